package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What brings most people here, from the first page on: a 2-3-1 network of their own, with biases
 * and a sample, and where the gradient of one of its hidden weights comes from.
 */
class OwnNetworkBrowserTest extends BrowserTest {
    /** Row by row, biases last; the first row of the last layer follows the last hidden one. */
    private static final List<String> PARAMETERS =
            List.of(
                    "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "0.9", "0.8",
                    "0.7", "0.6");

    private int clicks;
    private int keys;

    @Test
    void theDerivationOfAHiddenWeightsGradientTakesFewClicksAndKeys() {
        Page page = open("/");
        click(page.locator("svg.network [aria-label='One neuron more in hid']"));
        click(page.locator("svg.network [aria-label='One neuron fewer in out']"));
        click(page.locator("#tab-build"));
        click(page.locator("build-form [data-act='biases']").first());
        assertThat(input(page, "b.hid.3")).isVisible();
        click(page.locator("build-form [data-act='biases']").last());
        assertThat(input(page, "b.out.1")).isVisible();
        click(page.locator("#tab-steps"));
        click(input(page, "x.1"));
        type(page, List.of("0.5", "0.2", "0.7"));
        click(input(page, "w.hid.1.1"));
        type(page, PARAMETERS);
        click(number(page, "dw.hid.2.1"));
        Locator line = page.locator("[data-derivation='dw.hid.2.1'] [data-line='dw.hid.2.1']");
        assertThat(line).isInViewport();
        assertThat(line.locator(".eq")).hasAttribute("aria-label", Pattern.compile(" · 0\\.5 = "));
        assertThat(input(page, "b.out.1")).hasValue(typed("0.6"));
        assertThat(input(page, "y.1")).hasValue(typed("0.7"));
        assertThat(clicks).isLessThanOrEqualTo(9);
        assertThat(keys).isLessThanOrEqualTo(62);
    }

    private void click(Locator what) {
        what.click();
        clicks++;
    }

    /** Into one field after the other. */
    private void type(Page page, List<String> numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            if (i > 0) {
                press(page, "Tab");
            }
            for (char character : numbers.get(i).toCharArray()) {
                press(page, String.valueOf(character));
            }
        }
    }

    private void press(Page page, String key) {
        page.keyboard().press(key);
        keys++;
    }
}
