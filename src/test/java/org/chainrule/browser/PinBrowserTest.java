package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A pinned state, and every number's change against it. */
class PinBrowserTest extends BrowserTest {
    /** The sheet with Θ₁₁[hid] as 0.30 pinned: then p₁[hid] was 0.30 · 1 + 0.42 · 1 = 0.72. */
    private static final String PINNED = "/?pin=w.hid.1.1:0.3";

    @Test
    void anEditShowsWhatItDidInTheDrawingTheGridTheTableAndTheFields() {
        Page page = open("/");
        pin(page).click();
        assertThat(page.locator(".delta")).hasCount(0);
        type(page, "w.hid.1.1", "0.3");
        for (String place : List.of("svg.network", "weight-grid")) {
            assertThat(delta(page, place, "w.hid.1.1")).hasText("+0.11");
        }
        for (String place : List.of("svg.network", ".nt")) {
            assertThat(delta(page, place, "p.hid.1")).hasText("+0.11");
            assertThat(delta(page, place, "z.hid.1")).hasText("+0.11");
        }
        assertThat(delta(page, "svg.network", "p.hid.2")).hasCount(0);
        type(page, "x.2", "2");
        assertThat(delta(page, "svg.network", "x.2")).hasText("+1.00");
        assertThat(delta(page, ".field", "x.2")).hasText("+1.00");
        assertThat(delta(page, "svg.network", "p.hid.2")).hasText("+0.30");
    }

    @Test
    void aNumbersAccessibleNameSaysItsChange() {
        Page page = open(PINNED);
        assertThat(mark(page, "p.hid.1"))
                .hasAttribute("aria-label", Pattern.compile("= 0\\.61 \\(Δ −0\\.11\\)$"));
        assertThat(mark(page, "p.hid.2")).hasAttribute("aria-label", Pattern.compile("= −0\\.64$"));
    }

    @Test
    void undoneEditsShowNoChangeAndTheLinkBringsThePin() {
        Page page = open(PINNED);
        assertThat(delta(page, "svg.network", "p.hid.1")).hasText("−0.11");
        type(page, "w.hid.1.1", "0.3");
        assertThat(page.locator(".delta")).hasCount(0);
        page.keyboard().press("Control+z");
        assertThat(delta(page, "svg.network", "p.hid.1")).hasText("−0.11");
        page.waitForURL(Pattern.compile("hid:relu:0\\.19,.*&pin=w\\.hid\\.1\\.1:0\\.3"));
        Page again = open(page.url().substring(page.url().indexOf("/?")));
        assertThat(delta(again, "svg.network", "p.hid.1")).hasText("−0.11");
    }

    @Test
    void theBiggestEffectIsListedFirstAndSelectsItsNumber() {
        Page page = open(PINNED + "&tab=compare");
        Locator first = page.locator(".effects button[data-pick]").first();
        assertThat(first).hasAttribute("data-pick", "p.out.1");
        first.click();
        assertThat(mark(page, "p.out.1")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void thePinIsGoneBackToAndTakenOut() {
        Page page = open(PINNED + "&tab=compare");
        page.getByText("Go back to the pin").click();
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.3"));
        assertThat(page.locator(".delta")).hasCount(0);
        page.keyboard().press("Control+z");
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.19"));
        page.getByText("Unpin").click();
        assertThat(page.locator(".delta")).hasCount(0);
        assertThat(pin(page)).hasAttribute("aria-pressed", "false");
    }

    @Test
    void germanChangesHaveACommaAndARealMinus() {
        Page page = open(PINNED + "&lang=de");
        assertThat(delta(page, "svg.network", "z.hid.1")).hasText("−0,11");
        assertThat(pin(page)).hasText("Festhalten");
    }

    @ParameterizedTest
    @CsvSource({
        "1440, 2-2-2",
        "390, 2-2-2",
        "1440, 2-8-8-1",
        "390, 2-8-8-1",
        "390, 2-3-3-1",
        "390, 1-1",
        "1440, 8-8-8-8-8",
        "390, 8-8-8-8-8"
    })
    void noChangeStandsOnAnotherNumber(int width, String shape) {
        int[] sizes = Arrays.stream(shape.split("-")).mapToInt(Integer::parseInt).toArray();
        String first = sizes.length > 2 ? "h1" : "out";
        Page page =
                open(
                        Networks.link(Networks.tanh(1, sizes))
                                + "&pin=w.%s.1.1:0.5,b.%s.1:-0.25,x.1:0.125,y.1:2"
                                        .formatted(first, first),
                        new Browser.NewContextOptions()
                                .setLocale("en-GB")
                                .setViewportSize(width, 900));
        assertThat(delta(page, "svg.network", "x.1")).isVisible();
        assertThat(delta(page, "svg.network", "p.out.1")).isVisible();
        assertThat(delta(page, "svg.network", "z.out.1")).isVisible();
        assertThat(Overlaps.of(page)).isEmpty();
    }

    @Test
    void aDenseDrawingTellsTheSelectedNumbersChange() {
        Page page =
                open(
                        Networks.link(Networks.tanh(1, Networks.deep()))
                                + "&sel=z.h1.1&pin=w.h1.1.1:0.5");
        assertThat(delta(page, "svg.network .tag", "z.h1.1")).isVisible();
        assertThat(page.locator("svg.network .delta")).hasCount(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axeFindsNothingWherePinned(ColorScheme theme) {
        Page page = open(PINNED + "&tab=compare", desk().setColorScheme(theme));
        assertThat(delta(page, "svg.network", "p.hid.1")).isVisible();
        axeFindsNothing(page);
    }

    private static Locator pin(Page page) {
        return page.locator("button.pin");
    }

    private static Locator delta(Page page, String place, String address) {
        return page.locator(place + " .delta[data-ref='" + address + "']");
    }

    private static Locator mark(Page page, String address) {
        return page.locator("svg.network .mark[data-pick='" + address + "']");
    }
}
