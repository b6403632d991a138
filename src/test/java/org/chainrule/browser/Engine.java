package org.chainrule.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;

/** A browser's engine, and how the installed browser of that engine is launched. */
enum Engine {
    CHROMIUM {
        @Override
        Browser launch(Playwright playwright) {
            return playwright
                    .chromium()
                    .launch(
                            at("CHAINRULE_BROWSER", "/usr/bin/chromium")
                                    .setArgs(
                                            List.of(
                                                    "--no-sandbox",
                                                    "--disable-gpu",
                                                    "--disable-quic",
                                                    "--no-first-run",
                                                    "--disable-background-networking",
                                                    "--disable-component-update",
                                                    "--disable-sync")));
        }
    },
    /** A stock Firefox, spoken to over WebDriver BiDi. */
    FIREFOX {
        @Override
        Browser launch(Playwright playwright) {
            return playwright
                    .firefox()
                    .launch(
                            at("CHAINRULE_FIREFOX", "/usr/bin/firefox-esr")
                                    .setChannel("moz-firefox"));
        }
    };

    abstract Browser launch(Playwright playwright);

    private static LaunchOptions at(String variable, String otherwise) {
        return new LaunchOptions()
                .setExecutablePath(Path.of(System.getenv().getOrDefault(variable, otherwise)));
    }
}
