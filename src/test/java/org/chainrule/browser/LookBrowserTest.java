package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
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
    @CsvSource({"1920, 1080", "1024, 768"})
    void thePresentationCutsNoFormulaAndFollowsTheClicker(int width, int height) {
        Page page = open("/", new Browser.NewContextOptions().setViewportSize(width, height));
        page.keyboard().press("Alt+p");
        assertThat(page.locator("weight-grid").first()).isHidden();
        for (int step = 0; step <= 5; step++) {
            assertThat(page.locator("[data-step='" + step + "']"))
                    .hasAttribute("aria-current", "step");
            assertThat(
                            (Integer)
                                    page.evaluate(
                                            "Math.max(...[...document.querySelectorAll('.step .eq')]"
                                                    + ".map(e => e.scrollWidth - e.clientWidth))"))
                    .isLessThanOrEqualTo(0);
            page.keyboard().press("PageDown");
        }
        page.keyboard().press("PageUp");
        assertThat(page.locator("[data-step='4']")).hasAttribute("aria-current", "step");
        page.keyboard().press("Escape");
        assertThat(page.locator("weight-grid").first()).isVisible();
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
        page.getByLabel("Show all results").uncheck();
        assertThat(page.locator("[data-q='dz.hid.1']")).hasCount(0);
        assertThat(number(page, "dz.out.1")).hasText("0.60");
        page.keyboard().press("PageDown");
        assertThat(number(page, "dz.hid.1")).hasText("0.06");
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
        assertThat(page.locator("[data-step='3']")).isHidden();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(718);
    }
}
