package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The solution stands where the eye is: in the window, and whole. */
class BesideBrowserTest extends BrowserTest {
    private static Locator derivation(Page page, String address) {
        return page.locator("[data-derivation='" + address + "']");
    }

    /** Of an element the part that is in the window, as a share of its first lines' height. */
    private static boolean isInWindow(Locator locator) {
        return (Boolean)
                locator.evaluate(
                        """
                        e => {
                          const box = e.getBoundingClientRect();
                          return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
                        }\
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "1280, 720, en-GB",
        "1440, 900, de-DE",
        "1920, 1080, en-GB",
        "390, 844, en-GB",
        "390, 844, de-DE"
    })
    void theDerivationOfWhatIsSelectedIsInTheWindowAtOnceWhereverThePageIs(
            int width, int height, String locale) {
        Page page = open("/", window(width, height, locale));
        for (String address : List.of("dw.hid.1.1", "p.out.2", "dz.hid.1")) {
            number(page, address).scrollIntoViewIfNeeded();
            number(page, address).click();
            Locator line = derivation(page, address).locator("[data-line='" + address + "']");
            assertThat(line).isVisible();
            settled(page);
            assertThat(isInWindow(line)).as(address).isTrue();
        }
        page.mouse().wheel(0, 5000);
        settled(page);
        assertThat(isInWindow(derivation(page, "dz.hid.1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void escapeClosesTheDerivationAndTheFocusGoesBackToItsNumber(int width) {
        Page page = open("/?sel=dw.hid.1.1", window(width, 844, "en-GB"));
        Locator close = derivation(page, "dw.hid.1.1").locator(".close");
        close.focus();
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-derivation]")).hasCount(0);
        assertThat(close).isHidden();
        Object focused = page.evaluate("document.activeElement.dataset.q ?? ''");
        assertThat(focused).isIn("dw.hid.1.1", "");
    }

    @Test
    void onATelephoneTheSheetLeavesTheNumberInSight() {
        Page page = open("/?step=2", window(390, 844, "en-GB"));
        Locator gradient = page.locator("network-view [data-ref='dz.hid.1']").first();
        gradient.click();
        assertThat(derivation(page, "dz.hid.1")).isVisible();
        settled(page);
        double sheet = derivation(page, "dz.hid.1").boundingBox().y;
        assertThat(gradient.boundingBox().y + gradient.boundingBox().height)
                .isLessThanOrEqualTo(sheet);
    }

    /** Whatever is taken of a step or selected: what stands beyond the panel of its formulas. */
    private static final String WIDE =
            """
            [...document.querySelectorAll('.step .eq, .step .paths')]
              .filter((e) => e.offsetParent)
              .flatMap((e) => {
                const panel = e.closest('.body');
                const style = getComputedStyle(panel);
                const end = panel.getBoundingClientRect().left + panel.clientLeft + panel.clientWidth - parseFloat(style.paddingRight);
                const parts = [e, ...e.querySelectorAll('math, td')];
                const right = Math.max(...parts.map((part) => part.getBoundingClientRect().right));
                return right > end + 1 || e.scrollWidth > e.clientWidth + 1
                  ? [`${e.getAttribute('aria-label') ?? e.textContent} ${right} > ${end}`] : [];
              })\
            """;

    /** Networks up to 8 wide, and of each step what the widest of its numbers is derived from. */
    @ParameterizedTest
    @CsvSource({
        "1280, 720, 2-8-8-1, ''",
        "1440, 900, 8-8-8, ''",
        "1920, 1080, 3-6-6-2, ''",
        "1280, 720, 8-8-8, ''",
        "1280, 720, 3-6-6-2, ''",
        "1280, 720, 8-8-8, &whole=layers",
        "1440, 900, 2-8-8-1, &whole=layers&not=delta"
    })
    void noFormulaOfANetworkUpToEightWideIsWiderThanItsPanel(
            int width, int height, String sizes, String view) {
        int[] numbers = Arrays.stream(sizes.split("-")).mapToInt(Integer::parseInt).toArray();
        Page page =
                open(
                        Networks.link(Networks.tanh(1, numbers)) + view,
                        window(width, height, "en-GB"));
        for (Locator step : page.locator(".steps button:visible").all()) {
            step.click();
            assertThat(step).hasAttribute("aria-current", "step");
            settled(page);
            assertThat((List<?>) page.evaluate(WIDE)).as(step.textContent()).isEmpty();
        }
        for (String address : List.of("p.out.1", "dz.h1.1", "dw.h1.1.1", "J", "nw.out.1.1")) {
            number(page, address).click();
            assertThat(derivation(page, address)).isVisible();
            settled(page);
            assertThat((List<?>) page.evaluate(WIDE)).as(address).isEmpty();
        }
    }

    /** Nothing of a formula stands beyond its panel. */
    @ParameterizedTest
    @CsvSource({
        "390, 844, /?sel=dz.hid.1&step=2",
        "390, 844, /?sel=dw.hid.1.1&step=4",
        "1280, 720, /",
        "1440, 900, /",
        "1920, 1080, /",
        "390, 844, /",
        "1280, 720, /?from=softmax",
        "1280, 720, /?from=vanishing&sel=dw.h1.1.1",
        "1440, 900, /?from=mazur&sel=dw.hid.1.1"
    })
    void noLineOfTheSolutionIsCutOff(int width, int height, String link) {
        Page page = open(link, window(width, height, "en-GB"));
        assertThat((List<?>) page.evaluate(WIDE)).as("at first").isEmpty();
        for (Locator step : page.locator(".steps button:visible").all()) {
            step.click();
            settled(page);
            assertThat((List<?>) page.evaluate(WIDE)).as(step.textContent()).isEmpty();
        }
    }
}
