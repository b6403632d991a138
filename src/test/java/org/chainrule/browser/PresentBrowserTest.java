package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * On a projector, from the last row: labels are large, and what belongs together is in sight
 * together.
 */
class PresentBrowserTest extends BrowserTest {
    private static final Map<String, String> LINKS =
            Map.of(
                    "first", "/",
                    "softmax", "/?from=softmax",
                    "vanishing", "/?from=vanishing",
                    "3-6-6-2", Networks.link(Networks.tanh(1, 3, 6, 6, 2)),
                    "2-8-8-1", Networks.link(Networks.tanh(1, 2, 8, 8, 1)));

    /** The texts of the drawing that can be seen, with their size on the screen. */
    static final String SIZES =
            """
            () => [...document.querySelectorAll('network-view svg.network text')]
              .filter((e) => e.textContent.trim() && e.checkVisibility({ opacityProperty: true }) && !e.closest('.control, .quiet'))
              .map((e) => ({ text: e.textContent.trim(), size: parseFloat(getComputedStyle(e).fontSize) * e.getScreenCTM().d }))\
            """;

    /** What of the drawing, the first formula and its first line stands beyond the window. */
    private static final String BEYOND =
            """
            () => [document.querySelector('svg.network'),
              ...(document.querySelector('.step .content .eq') ? [document.querySelector('.step .content .eq')] : []),
              ...(document.querySelector('.step [data-line]') ? [document.querySelector('.step [data-line]')] : [])]
              .map((e) => [e, e.getBoundingClientRect()])
              .filter(([, box]) => box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth)
              .map(([e, box]) => `${e.tagName} ${e.className.baseVal ?? e.className} ${box.top} to ${box.bottom}`)\
            """;

    static List<String> smaller(Page page, double least) {
        return ((List<?>) page.evaluate(SIZES))
                .stream()
                        .map(text -> (Map<?, ?>) text)
                        .filter(text -> ((Number) text.get("size")).doubleValue() < least - 0.05)
                        .map(Object::toString)
                        .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "first, 1280, 720, 16",
        "first, 1920, 1080, 20",
        "softmax, 1280, 720, 16",
        "softmax, 1920, 1080, 20",
        "vanishing, 1280, 720, 16",
        "vanishing, 1920, 1080, 20",
        "3-6-6-2, 1280, 720, 16",
        "3-6-6-2, 1920, 1080, 20",
        "2-8-8-1, 1280, 720, 16",
        "2-8-8-1, 1920, 1080, 20"
    })
    void labelsAreLargeAndFormulaAndNumbersStandByTheDrawing(
            String worksheet, int width, int height, double least) {
        Page page = open(LINKS.get(worksheet), window(width, height, "en-GB"));
        page.keyboard().press("Escape");
        page.keyboard().press("Alt+p");
        assertThat(page.locator("weight-grid").first()).isHidden();
        for (Locator step : page.locator(".steps button:visible").all()) {
            step.click();
            assertThat(step).hasAttribute("aria-current", "step");
            page.evaluate("scrollTo(0, 0)");
            settled(page);
            String name = worksheet + ", " + step.textContent();
            assertThat((List<?>) page.evaluate(SIZES)).as(name).isNotEmpty();
            assertThat(smaller(page, least)).as(name).isEmpty();
            assertThat((List<?>) page.evaluate(BEYOND)).as(name).isEmpty();
            assertThat(Overlaps.of(page)).as(name).isEmpty();
        }
    }
}
