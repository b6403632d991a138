package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chainrule.Application;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The app served on loopback, and pages of it whose consoles must stay free of errors. */
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.address=127.0.0.1")
abstract class BrowserTest {
    private static final Map<Engine, RealBrowser> RUNNING = new EnumMap<>(Engine.class);

    @LocalServerPort private int port;

    private final List<String> errors = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();

    @AfterAll
    static void quit() {
        RUNNING.values().forEach(RealBrowser::close);
        RUNNING.clear();
    }

    /** The engine of the browser that the test is for. */
    Engine engine() {
        return Engine.CHROMIUM;
    }

    @AfterEach
    void nothingWentWrongInTheConsole() {
        contexts.forEach(BrowserContext::close);
        assertThat(errors).isEmpty();
    }

    /** The console says of every answer of this status that it is an error. */
    void isAnsweredWith(int status) {
        errors.removeIf(error -> error.contains("status of " + status));
    }

    /** The console says of every request that nobody heard that it is an error. */
    void wasNotHeard() {
        errors.removeIf(error -> error.contains("net::ERR_FAILED"));
    }

    Page open(String link, Browser.NewContextOptions options) {
        Page page = visit(link, options);
        assertThat(page.locator("[data-q='J']")).isVisible();
        return page;
    }

    /** A page that need not be a worksheet. */
    Page visit(String link, Browser.NewContextOptions options) {
        BrowserContext context =
                RUNNING.computeIfAbsent(engine(), RealBrowser::new).context(options);
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        page.navigate(address(link));
        return page;
    }

    String address(String link) {
        return "http://127.0.0.1:" + port + link;
    }

    Page open(String link) {
        return open(link, desk());
    }

    /**
     * Waits until the page is drawn as it stays: all is told, the fonts are there, and what follows
     * the first layout has followed.
     */
    static void settled(Page page) {
        page.waitForFunction(
                "() => Object.values(window.Vaadin.Flow.clients).every((c) => !c.isActive?.())");
        page.evaluate(
                """
                async () => {
                  await document.fonts.ready;
                  for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
                }\
                """);
    }

    static void axeFindsNothing(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    /** Of a page as wide as A4 between its margins: printed, nothing is cut. */
    static void fitsPaper(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(
                        (List<?>)
                                page.evaluate(
                                        """
                                        () => [...document.querySelectorAll('.sheet math, .sheet table, .sheet svg')]
                                          .map((e) => [e.getBoundingClientRect().right, e.textContent.slice(0, 80)])
                                          .filter(([right]) => right > 689)\
                                        """))
                .isEmpty();
    }

    static Browser.NewContextOptions desk() {
        return new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1440, 900);
    }

    static Locator number(Page page, String address) {
        return page.locator("[data-q='" + address + "']").first();
    }

    static void type(Page page, String address, String text) {
        Locator input = page.locator("input[data-q='" + address + "']");
        input.fill(text);
        input.press("Enter");
    }

    /** What a field holds where {@code number} was typed into it. */
    static Pattern typed(String number) {
        boolean whole = number.indexOf('.') < 0 && number.indexOf(',') < 0;
        String digits = number.replace('-', '−').replace(".", "\\.");
        return Pattern.compile("^" + digits + (whole ? "([.,]0+)?" : "0*") + "$");
    }

    static Map<String, String> numbers(Page page) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (Locator mark : page.locator("[data-q]").all()) {
            String text = (String) mark.evaluate("e => e.value ?? e.textContent");
            numbers.put(mark.getAttribute("data-q"), text);
        }
        return numbers;
    }

    /** A second page beside {@code page}, in the same browser and session. */
    Page beside(Page page, String link) {
        Page second = page.context().newPage();
        second.navigate(address(link));
        assertThat(second.locator("[data-q='J']")).isVisible();
        return second;
    }

    static Browser.NewContextOptions window(int width, int height, String locale) {
        return new Browser.NewContextOptions().setLocale(locale).setViewportSize(width, height);
    }

    static Locator input(Page page, String address) {
        return page.locator("input[data-q='" + address + "']");
    }

    static void choose(Page page, String setting, String option) {
        page.locator("summary", new Page.LocatorOptions().setHasText("Settings")).click();
        page.locator(".menu-body label", new Page.LocatorOptions().setHasText(setting))
                .locator("select")
                .selectOption(new SelectOption().setLabel(option));
    }
}
