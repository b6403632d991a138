package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is chosen about the look, and what must hold of it. */
class LookBrowserTest extends BrowserTest {
    @ParameterizedTest
    @CsvSource({"1920, 1080", "1280, 720", "1024, 768"})
    void thePresentationCutsNoFormulaAndTheClickerLeavesNothingOut(int width, int height) {
        Page page = open("/", new Browser.NewContextOptions().setViewportSize(width, height));
        page.keyboard().press("Alt+p");
        assertThat(page.locator("weight-grid").first()).isHidden();
        for (int step = 0; step <= 5; step++) {
            Locator tab = page.locator(".steps [data-step='" + step + "']");
            assertThat(tab).hasAttribute("aria-current", "step");
            settled(page);
            assertThat(
                            (Integer)
                                    page.evaluate(
                                            "Math.max(...[...document.querySelectorAll('.step"
                                                    + " .eq')].map(e => e.scrollWidth -"
                                                    + " e.clientWidth))"))
                    .isLessThanOrEqualTo(0);
            assertThat(unseen(page)).as("step " + step).isEmpty();
        }
        while (((Number) page.evaluate("scrollY")).intValue() > 0) {
            page.keyboard().press("PageUp");
        }
        page.keyboard().press("PageUp");
        assertThat(page.locator(".steps [data-step='4']")).hasAttribute("aria-current", "step");
        page.keyboard().press("Escape");
        assertThat(page.locator("weight-grid").first()).isVisible();
    }

    /** Presses Page Down until the window moves on no more: what was never whole in it. */
    private static List<?> unseen(Page page) {
        page.evaluate("window.seen = new Set()");
        while (true) {
            List<?> unseen =
                    (List<?>)
                            page.evaluate(
                                    """
                                    [...document.querySelectorAll('.step .content > :not(ul), .step [data-line], .step .update:not([hidden])')]
                                      .filter((e) => {
                                        const box = e.getBoundingClientRect();
                                        if (box.top >= 0 && box.bottom <= innerHeight) window.seen.add(e);
                                        return !window.seen.has(e);
                                      })
                                      .map((e) => e.textContent.slice(0, 40))\
                                    """);
            double before = ((Number) page.evaluate("scrollY")).doubleValue();
            page.keyboard().press("PageDown");
            if (((Number) page.evaluate("scrollY")).doubleValue() <= before) {
                return unseen;
            }
        }
    }

    @Test
    void thePresentationOutlivesAReloadAndEndsForGood() {
        Page page = open("/");
        page.keyboard().press("Alt+p");
        assertThat(page.locator("weight-grid").first()).isHidden();
        page.reload();
        assertThat(number(page, "J")).isVisible();
        assertThat(page.locator("weight-grid").first()).isHidden();
        page.keyboard().press("Escape");
        assertThat(page.locator("weight-grid").first()).isVisible();
        page.reload();
        assertThat(page.locator("weight-grid").first()).isVisible();
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, 1280, Forward ✓|1 Output error ✓|2 Hidden error|3 Output weights|4 Hidden weights|5"
                + " Update",
        "de-DE, 1280, Vorwärts ✓|1 Fehler Ausgabe ✓|2 Fehler verdeckt|3 Gewichte Ausgabe|4 Gewichte"
                + " verdeckt|5 Update",
        "en-GB, 390, Forward ✓|1 Output error ✓|2 Hidden error|3 Output weights|4 Hidden weights|5"
                + " Update",
        "de-DE, 390, Vorwärts ✓|1 Fehler Ausgabe ✓|2 Fehler verdeckt|3 Gewichte Ausgabe|4 Gewichte"
                + " verdeckt|5 Update"
    })
    void theStepsAreNamedAndTheirNamesFit(String locale, int width, String names) {
        for (String link : List.of("/?step=2", "/?from=xor&step=2&tab=steps")) {
            Page page =
                    open(
                            link,
                            new Browser.NewContextOptions()
                                    .setLocale(locale)
                                    .setViewportSize(width, 844));
            Locator steps = page.locator(".steps button:visible");
            if (!link.contains("xor")) {
                assertThat(steps).hasText(names.split("\\|"));
            }
            assertThat(
                            (List<?>)
                                    steps.evaluateAll(
                                            "all => all.filter(e => e.scrollWidth >"
                                                    + " e.clientWidth).map(e => e.textContent)"))
                    .as(link)
                    .isEmpty();
        }
    }

    @Test
    void inForcedColoursTheChosenTabAndStepAreOutlined() {
        Page page = open("/?step=2", desk().setForcedColors(ForcedColors.ACTIVE));
        String width =
                "e => [getComputedStyle(e).borderBottomWidth, getComputedStyle(e).outlineStyle]";
        assertThat(page.locator("#tab-steps").evaluate(width))
                .isNotEqualTo(page.locator("#tab-build").evaluate(width));
        assertThat(page.locator(".steps [data-step='2']").evaluate(width))
                .isNotEqualTo(page.locator(".steps [data-step='3']").evaluate(width));
    }

    @ParameterizedTest
    @CsvSource({"en-GB, on the clipboard", "de-DE, Zwischenablage"})
    void whatIsSharedIsSaidOverThePageAndNotForLong(String locale, String said) {
        Page page = open("/", desk().setLocale(locale));
        double top = page.locator("main").boundingBox().y;
        page.locator(".tools .pri[data-copies]").click();
        assertThat(page.locator(".notice")).containsText(said);
        assertThat(page.locator(".notice")).isVisible();
        assertThat(page.locator(".notice")).hasAttribute("role", "status");
        assertThat(page.locator("main").boundingBox().y).isEqualTo(top);
        assertThat(page.locator(".notice")).isHidden();
    }

    @Test
    void theThemeOutlivesAReload() {
        Page page = open("/");
        choose(page, "Theme", "Dark");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    @Test
    void theNotationIsThatOfTheBookChosen() {
        Page page = open("/?step=2");
        choose(page, "Notation", "Textbook with δ");
        assertThat(page.locator(".step math").first()).containsText("δ");
        page.waitForURL(Pattern.compile("delta"));
        assertThat(open(link(page)).locator(".step math").first()).containsText("δ");
    }

    @Test
    void aChosenLanguageTravelsInTheLink() {
        Page page = open("/");
        choose(page, "Language", "Deutsch");
        assertThat(number(page, "p.out.1")).hasText("−0,85");
        page.waitForURL(Pattern.compile("lang=de"));
        assertThat(open(link(page)).locator("html")).hasAttribute("lang", "de");
    }

    private static String link(Page page) {
        return page.url().substring(page.url().indexOf("/?"));
    }

    @Test
    void whatLaterStepsProduceIsHiddenUntilReached() {
        Page page = open("/?step=1");
        page.getByLabel("Show later results").uncheck();
        assertThat(page.locator("[data-q='dz.hid.1']")).hasCount(0);
        assertThat(number(page, "dz.out.1")).hasText("0.60");
        page.keyboard().press("PageDown");
        assertThat(number(page, "dz.hid.1")).hasText("0.06");
    }

    @Test
    void aLayerIsWorkedOutAsAWholeWhereThatIsChosen() {
        Page page = open("/?step=2");
        assertThat(page.locator(".whole-layer")).hasCount(0);
        page.getByLabel("As matrices too").check();
        assertThat(page.locator(".whole-layer [role=group]"))
                .hasAttribute("aria-label", Pattern.compile(".* = \\[0\\.06; 0\\.22]"));
        page.waitForURL(Pattern.compile(".*whole=layers.*"));
        page.reload();
        assertThat(page.getByLabel("As matrices too")).isChecked();
        assertThat(page.locator(".whole-layer")).hasCount(1);
    }

    /** Eight numbers in a row, of eight samples: what has no room beside it stands below. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "reduce"})
    void matricesOfABatchStayInTheirPanel(String step) {
        String link = Networks.link(Networks.tanh(8, 8, 8, 8));
        Page page = visit(link + "&whole=layers&step=" + step, desk().setViewportSize(1280, 720));
        Locator all = page.locator(".whole-layer", new Page.LocatorOptions().setHasText("column"));
        assertThat(all.first()).isVisible();
        assertThat(
                        all.evaluateAll(
                                """
                                all => all.filter(one => [...one.querySelectorAll('*')].some(
                                  e => e.getBoundingClientRect().right > one.getBoundingClientRect().right + 1)).length\
                                """))
                .isEqualTo(0);
    }

    /**
     * The step on show is whole: what it works out stands everywhere, and nothing in later ones'
     * place.
     */
    @ParameterizedTest
    @CsvSource({"en-GB, Show later results", "de-DE, Spätere Ergebnisse zeigen"})
    void withoutLaterResultsAStepShowsItsOwnAndLeavesNoMarksForTheRest(
            String locale, String label) {
        Page page = open("/", desk().setLocale(locale));
        Locator all = page.getByLabel(label);
        assertThat(all).isChecked();
        all.uncheck();
        assertThat(number(page, "nw.hid.1.1")).hasCount(0);
        for (String address : List.of("p.hid.1", "z.out.2", "J")) {
            assertThat(number(page, address)).isVisible();
        }
        assertThat(page.locator("[data-q^='d'], [data-q^='n'], network-view [data-ref^='d']"))
                .hasCount(0);
        Object dots =
                page.evaluate(
                        """
                        [...document.querySelectorAll('.left *, .network *')]
                          .filter((e) => !e.childElementCount && /^[·.…–-]$/.test(e.textContent.trim()))
                          .length\
                        """);
        assertThat(dots).isEqualTo(0);
        all.check();
        assertThat(number(page, "nw.hid.1.1")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "write", "write writeText"})
    void sharingCopiesTheLinkAlsoWithoutTheClipboardsInterface(String missing) {
        Page page = open("/");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.evaluate(
                """
                (names) => names.split(' ').filter(Boolean).forEach((name) =>
                  Object.defineProperty(navigator.clipboard, name, { value: undefined }))\
                """,
                missing);
        type(page, "x.1", "3");
        assertThat(number(page, "p.hid.1")).hasText("0.99");
        page.getByText("Share link").click();
        assertThat(page.locator(".notice")).containsText("on the clipboard");
        String copied = (String) page.evaluate("navigator.clipboard.readText()");
        assertThat(copied).startsWith("http://127.0.0.1:").contains("/?v=1&").contains("x=3,1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void theLabelsOfADenseNetworkNeverOverlap(int width) {
        String row = String.join(",", Collections.nCopies(8, "-0.25"));
        String layer = String.join(";", Collections.nCopies(8, row));
        String layers =
                IntStream.rangeClosed(1, 4)
                        .mapToObj(l -> "l" + l + "=h" + l + ":tanh:" + layer)
                        .collect(Collectors.joining("&"));
        String ones = String.join(",", Collections.nCopies(8, "1"));
        Page page =
                open(
                        "/?v=1&n=8&" + layers + "&x=" + ones + "&y=" + ones + "&opt=sgd:0.1",
                        new Browser.NewContextOptions().setViewportSize(width, 900));
        assertThat(page.locator("svg.network circle.node")).hasCount(32);
        assertThat(Overlaps.of(page)).isEmpty();
    }

    @Test
    void onPaperThereIsTheWorkAndNoControls() {
        Page page = open("/?step=3", new Browser.NewContextOptions().setViewportSize(718, 1000));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("svg.network")).isVisible();
        assertThat(page.locator(".step .eq").first()).isVisible();
        assertThat(page.getByText("Share link")).isHidden();
        assertThat(page.locator(".steps [data-step='3']")).isHidden();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(718);
    }
}
