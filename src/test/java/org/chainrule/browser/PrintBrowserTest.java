package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked solution as a sheet of paper. */
class PrintBrowserTest extends BrowserTest {
    /** Pixels between the margins of A4. */
    private static final int PAPER = 688;

    private Page sheet(String link) {
        return sheet(link, desk());
    }

    private Page sheet(String link, Browser.NewContextOptions options) {
        Page page = visit(link, options);
        assertThat(page.locator(".solution [data-step='5']")).isVisible();
        return page;
    }

    private static Locator step(Page page, String key) {
        return page.locator("[data-step='" + key + "']");
    }

    /** What the sheet prints (see the first worksheet's table of digits). */
    @ParameterizedTest
    @CsvSource({"0, 0.61 −0.64 −0.85 −0.49 0.30 0.38 0.47", "1, 0.60 −1.24", "2, 0.06 0.22"})
    @CsvSource({"3, 0.077 −0.178", "4, 0.060 0.000", "5, −1.4077 0.1840"})
    void everyStepHasTheSheetsNumbers(String key, String numbers) {
        Locator step = step(sheet("/print"), key);
        for (String number : numbers.split(" ")) {
            assertThat(
                            step.locator("math", new Locator.LocatorOptions().setHasText(number))
                                    .first())
                    .isVisible();
        }
    }

    @Test
    void theSheetHasAllFromTheGivenToTheResults() {
        Page page = sheet("/print");
        assertThat(page.locator(".sheet h1")).hasText("Backpropagation by example");
        assertThat(page.locator(".sheet h2"))
                .hasText(
                        new String[] {
                            "Given",
                            "Forward pass",
                            "Step 1 · Error gradient, output layer",
                            "Step 2 · Error gradient, hidden layers",
                            "Step 3 · Weight gradient, output layer",
                            "Step 4 · Weight gradient, hidden layers",
                            "Step 5 · Update",
                            "All results"
                        });
        assertThat(page.locator(".figure svg text", new Page.LocatorOptions().setHasText("−2.20")))
                .hasCount(1);
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Θ11[out]")))
                .hasText("Θ11[out]−1.400.077−1.4077");
        assertThat(page.locator(".permalink a")).hasAttribute("href", Pattern.compile("/$"));
    }

    @Test
    void theMenuPrintsWhatIsOnThePageNow() {
        Page page = open("/?lang=de");
        type(page, "w.hid.1.1", "0.625");
        assertThat(number(page, "p.hid.1")).hasText("1,05");
        page.locator("summary", new Page.LocatorOptions().setHasText("Datei")).click();
        Page sheet =
                page.waitForPopup(() ->
                        page.getByRole(
                                        AriaRole.LINK,
                                        new Page.GetByRoleOptions().setName("Drucken"))
                                .click());
        assertThat(step(sheet, "0")).containsText("0,625");
        assertThat(sheet.locator("html")).hasAttribute("lang", "de");
        assertThat(sheet).hasTitle("Backpropagation am Beispiel · Lösungsweg");
        sheet.evaluate("window.print = () => (document.body.dataset.printed = 'yes')");
        sheet.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Drucken")).click();
        assertThat(sheet.locator("body")).hasAttribute("data-printed", "yes");
        sheet.locator(".back").click();
        assertThat(sheet.locator("input[data-q='w.hid.1.1']")).hasValue(typed("0,625"));
    }

    @Test
    void aBatchIsReducedBeforeTheUpdate() {
        Page page = sheet("/print" + Networks.link(Networks.tanh(3, 2, 2, 1)).substring(1));
        assertThat(step(page, "4")).containsText("Sample 1 of 3");
        assertThat(step(page, "reduce")).containsText("Batch of 3 (mean)");
        assertThat(step(page, "reduce").locator(".instances").first()).containsText("J=");
        assertThat(page.locator(".sheet tr", new Page.LocatorOptions().setHasText("x1x2y1")))
                .hasCount(1);
    }

    static Stream<String> links() {
        String large = Networks.link(Networks.tanh(1, Networks.deep()));
        return Stream.of(
                "/print",
                "/print?from=softmax&not=delta&lang=de",
                "/print?from=mazur&digits=10",
                "/print" + large.substring(1));
    }

    /** On A4 in the dark, with nothing cut and no ink but on white. */
    @ParameterizedTest
    @MethodSource("links")
    void nothingIsWiderThanThePaper(String link) {
        Page page =
                sheet(link, desk().setViewportSize(PAPER, 971).setColorScheme(ColorScheme.DARK));
        fitsPaper(page);
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
        assertThat(page.locator(".sheet h1")).hasCSS("color", "rgb(0, 0, 0)");
        assertThat(page.locator("print-page > header")).isHidden();
    }

    @ParameterizedTest
    @CsvSource({"/print, 3, 6", "/print?from=xor&lang=de, 3, 7"})
    void aSmallNetworkTakesAFewPages(String link, int least, int most) {
        Page page = sheet(link);
        byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        assertThat(text.split("/Type /Page\\b(?!s)", -1).length - 1).isBetween(least, most);
        assertThat(text).contains("/MediaBox [0 0 594.9");
    }

    /**
     * The first step goes on below the drawing; what is kept whole leaves little of a page empty.
     */
    @Test
    void noPageIsHalfEmpty() {
        Page page = sheet("/print", desk().setViewportSize(PAPER, 971));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("section[data-step='0'].body")).isVisible();
        assertThat(page.locator("section[data-step='0'].whole")).hasCount(0);
        Number highest =
                (Number)
                        page.evaluate(
                                """
                                () => Math.max(...[...document.querySelectorAll('.whole')]
                                  .map((step) => step.clientHeight))\
                                """);
        assertThat(highest.intValue()).isBetween(100, 971 * 2 / 5);
    }

    /** The worksheet's own page, dark and with a number selected, on white too. */
    @Test
    void theWorksheetsPagePrintsItsStepWithoutWhatIsPressed() {
        Page page = open("/?step=3&sel=w.out.1.1", desk().setColorScheme(ColorScheme.DARK));
        page.locator(".content .eq").first().hover();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
        assertThat(page.locator("#neurons")).hasCSS("color", "rgb(68, 68, 68)");
        assertThat(page.locator(".content")).containsText("0.077");
        assertThat(page.locator("button:visible")).hasCount(0);
    }

    @Test
    void whatALargeNetworksSheetLeavesOutItSays() {
        Page page = sheet("/print" + Networks.link(Networks.tanh(1, Networks.deep())).substring(1));
        assertThat(step(page, "0").locator("h3")).hasCount(9);
        assertThat(step(page, "0")).containsText("more like these are left out here");
        assertThat(page.locator(".thinned")).containsText("of 2,048 weights are drawn.");
        assertThat(page.locator(".sheet tr", new Page.LocatorOptions().setHasText("Θ16,16[out]")))
                .hasCount(1);
    }

    /** A short one stands on every page instead, and nobody types a long one. */
    @Test
    void aLinkThatFitsNoFooterStandsUnderTheTitle() {
        assertThat(sheet("/print").locator(".permalink")).isHidden();
        Page page = sheet("/print" + Networks.link(Networks.tanh(3, 2, 2, 1)).substring(1));
        assertThat(page.locator(".head + .permalink")).containsText("to go on with: http://");
        assertThat(page.locator(".permalink a"))
                .hasAttribute("href", page.url().replace("/print", "/"));
    }

    @Test
    void aDamagedLinkSaysWhatWasWrong() {
        Page page = sheet("/print?v=1&n=x");
        assertThat(page.locator(".notice")).containsText("n: \"x\" is not a number");
    }

    @ParameterizedTest
    @CsvSource({"/print, LIGHT, 1440", "/print?from=xor&lang=de, DARK, 390"})
    void theSheetIsAccessible(String link, ColorScheme scheme, int width) {
        Page page = sheet(link, desk().setViewportSize(width, 844).setColorScheme(scheme));
        axeFindsNothing(page);
    }
}
