package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A parameter nudged by ±h beside its gradient. */
class NudgeBrowserTest extends BrowserTest {
    private static Locator nudge(Page page) {
        return page.locator(".nudge");
    }

    private static Locator up(Page page) {
        return page.getByRole(AriaRole.BUTTON, button("+ h"));
    }

    private static Locator down(Page page) {
        return page.getByRole(AriaRole.BUTTON, button("− h"));
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** Of 1,000 samples the page asks for J along a weight once the rest is there. */
    @Test
    void jAlongAWeightOfALargeBatchComesAfterItsDerivation() {
        Page page = open(Networks.link(Networks.tanh(1_000, 2, 8, 8, 1)));
        settled(page);
        input(page, "w.out.1.1").click();
        assertThat(page.locator(".selected h3").first()).containsText("weight from");
        assertThat(nudge(page).locator(".forecast")).containsText("A step of +h moves J by");
        assertThat(page.locator("loss-curve svg")).isVisible();
        assertThat(page.locator(".nudge[aria-busy]")).hasCount(0);
        String before = nudge(page).locator(".forecast").textContent();
        input(page, "w.out.1.1").fill("3");
        page.keyboard().press("Enter");
        assertThat(nudge(page).locator(".forecast")).not().hasText(before);
        assertThat(page.locator(".nudge[aria-busy]")).hasCount(0);
    }

    @Test
    void theDifferenceQuotientsAreCopiedAsLatex() {
        Page page = open("/?sel=w.out.1.1&not=textbook");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        nudge(page).getByText("Copy the LaTeX of these formulas").click();
        assertThat(page.locator(".notice")).containsText("on the clipboard");
        assertThat(page.evaluate("navigator.clipboard.readText()").toString().split("\n"))
                .hasSize(3)
                .allMatch(line -> line.startsWith("\\[\\frac{") && line.contains("\\approx"));
    }

    @Test
    void pressedAgainAndAgainItMovesJAndEachPressIsUndoneByItself() {
        Page page = open("/?sel=w.out.1.1");
        Map<String, String> before = numbers(page);
        Locator forecast = nudge(page).locator(".forecast");
        assertThat(forecast).containsText("moves J by +0.000766; the gradient says +0.000763");
        up(page).focus();
        page.keyboard().press("Enter");
        assertThat(input(page, "w.out.1.1")).hasValue(typed("-1.39"));
        assertThat(up(page)).isFocused();
        page.keyboard().press("Enter");
        assertThat(input(page, "w.out.1.1")).hasValue(typed("-1.38"));
        assertThat(up(page)).isFocused();
        assertThat(nudge(page).getByRole(AriaRole.STATUS))
                .containsText("went from −1.39 to −1.38, and J from 0.475654 to 0.476425");
        assertThat(number(page, "nw.out.1.1")).not().hasText(before.get("nw.out.1.1"));
        page.keyboard().press("Control+z");
        assertThat(input(page, "w.out.1.1")).hasValue(typed("-1.39"));
        page.keyboard().press("Control+z");
        assertThat(input(page, "w.out.1.1")).hasValue(typed("-1.4"));
        assertThat(nudge(page).getByRole(AriaRole.STATUS)).isEmpty();
        assertThat(page.getByLabel("Undo")).isDisabled();
        assertThat(numbers(page)).isEqualTo(before);
    }

    @Test
    void aFieldWithARefusedEntryIsNudgedFromItsNumber() {
        Page page = open("/?sel=w.out.2.1");
        Locator field = input(page, "w.out.2.1");
        type(page, "w.out.2.1", "oops");
        assertThat(field).hasAttribute("aria-invalid", "true");
        down(page).click();
        assertThat(field).hasValue(typed("-0.82"));
        assertThat(field).not().hasAttribute("aria-invalid", "true");
    }

    @Test
    void theStepTravelsInTheLinkWithItsSecantAndTable() {
        Page page = open("/?sel=dw.out.1.1");
        assertThat(page.locator("svg.curve .nudged")).hasCount(0);
        nudge(page).getByLabel("Step size h").selectOption("0.1");
        page.waitForURL(Pattern.compile("h=0\\.1"));
        Page again = open(page.url().substring(page.url().indexOf("/?")));
        assertThat(again.locator("svg.curve .nudged")).hasCount(2);
        assertThat(again.locator("svg.curve .secanttext")).hasText("secant over ±0.1: 0.0763");
        again.getByText("Which h is best?").click();
        assertThat(nudge(again).locator(".sizes tbody tr")).hasCount(8);
        assertThat(nudge(again).locator(".sizes tr.on")).containsText("0.1");
        up(again).click();
        assertThat(input(again, "w.out.1.1")).hasValue(typed("-1.3"));
        assertThat(nudge(again).locator(".sizes tbody tr").first()).isVisible();
    }

    @Test
    void aBiasIsNudgedTooAndAnInputIsNot() {
        Page page = open("/?from=xor&tab=steps&sel=nb.hid.1");
        up(page).click();
        assertThat(nudge(page).getByRole(AriaRole.STATUS)).containsText("went from");
        number(page, "z.hid.1").click();
        assertThat(nudge(page)).isHidden();
    }

    @Test
    void aGradientThatIsNotYetReachedIsNotGivenAway() {
        Page page = open("/?sel=w.out.1.1&show=steps&step=2");
        assertThat(up(page)).isHidden();
        page.keyboard().press("PageDown");
        assertThat(page.locator("[data-derivation]")).hasCount(0);
        input(page, "w.out.1.1").focus();
        assertThat(up(page)).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"en-GB, LIGHT, 1440", "de-DE, DARK, 390"})
    void axeFindsNothingAndNothingIsCutOff(String locale, ColorScheme theme, int width) {
        Page page =
                open(
                        "/?sel=w.out.1.1&h=0.1",
                        new Browser.NewContextOptions()
                                .setLocale(locale)
                                .setColorScheme(theme)
                                .setViewportSize(width, 900)
                                .setReducedMotion(ReducedMotion.REDUCE));
        up(page).click();
        assertThat(nudge(page).getByRole(AriaRole.STATUS))
                .containsText(locale.startsWith("de") ? "ging von −1,4 auf −1,3" : "−1.4 to −1.3");
        nudge(page).locator("summary").click();
        assertThat(nudge(page).locator(".sizes tbody tr")).hasCount(8);
        assertThat(new AxeBuilder(page).include(".nudge").analyze().getViolations()).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        """
                                        (() => {
                                          const part = document.querySelector('.nudge').getBoundingClientRect();
                                          return [...document.querySelectorAll('.nudge *')].some(
                                            (e) => e.getBoundingClientRect().right > part.right + 0.5);
                                        })()\
                                        """))
                .isFalse();
    }
}
