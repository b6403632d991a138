package org.chainrule.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.chainrule.Application;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Takes the README's picture, the link preview's, and those to judge the page by. */
final class Screenshots {
    private Screenshots() {}

    public static void main(String[] args) {
        ConfigurableApplicationContext application =
                SpringApplication.run(
                        Application.class, "--server.port=0", "--server.address=127.0.0.1");
        int port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
        String root = "http://127.0.0.1:" + port;
        try (RealBrowser browser = new RealBrowser(Engine.CHROMIUM)) {
            Browser.NewContextOptions desk = options(1440, 900);
            shoot(browser, desk, root + "/?sel=w.out.1.1&step=3", "docs/screenshot.png");
            shoot(
                    browser,
                    options(1200, 630),
                    root + "/?step=1",
                    "src/main/resources/META-INF/resources/preview.png");
            shoot(browser, desk, root + "/?sel=w.out.1.1&step=3", "target/screenshots/desk.png");
            shoot(browser, options(390, 844), root + "/", "target/screenshots/phone.png");
            shoot(
                    browser,
                    options(1440, 900).setColorScheme(ColorScheme.DARK),
                    root + "/?sel=p.out.1",
                    "target/screenshots/dark.png");
            shoot(
                    browser,
                    options(1440, 900).setLocale("de-DE"),
                    root + "/?step=5",
                    "target/screenshots/german.png");
            shoot(
                    browser,
                    options(1920, 1080),
                    root + "/?step=2",
                    "target/screenshots/projector.png");
        }
        System.exit(SpringApplication.exit(application));
    }

    private static Browser.NewContextOptions options(int width, int height) {
        return new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(width, height);
    }

    private static void shoot(
            RealBrowser browser, Browser.NewContextOptions options, String url, String file) {
        try (BrowserContext context = browser.context(options)) {
            Page page = context.newPage();
            page.navigate(url);
            page.locator("[data-q='J']").waitFor();
            BrowserTest.settled(page);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(file)));
        }
    }
}
