package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slopes, the inputs' gradients, and why a number is 0. */
class SlopesBrowserTest extends BrowserTest {
    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void theInputsGradientsUnfoldInTheLastStepBack(int width) {
        Page page = open("/?step=4", new Browser.NewContextOptions().setViewportSize(width, 844));
        Locator inputs = page.locator("details.inputs");
        Locator line = inputs.locator("[data-line='dx.1']");
        assertThat(inputs).isVisible();
        assertThat(line).hasCount(0);
        inputs.locator("summary").click();
        assertThat(line).isVisible();
        Object wider =
                inputs.evaluate(
                        "e => [...e.querySelectorAll('.eq')].some(f => f.scrollWidth > f.clientWidth + 1)");
        assertThat(wider).isEqualTo(false);
        page.locator(".steps [data-step='3']").click();
        assertThat(inputs).isHidden();
    }

    @Test
    void theTableListsSlopesAndTheInputsGradientsWhereTheyAreAskedFor() {
        Page page = open("/", desk());
        Locator slope = page.locator(".nt [data-ref='s.hid.2']");
        assertThat(slope).hasCount(0);
        page.locator(".neurons input[type=checkbox]").check();
        assertThat(slope).hasText("0");
        assertThat(page.locator(".nt [data-q='dx.1']")).hasText("0.01");
        slope.click();
        Locator derivation = page.locator("[data-derivation='s.hid.2']");
        assertThat(derivation.locator(".why")).containsText("n₂ hid is off");
        assertThat(derivation.locator("[data-line='s.hid.2']")).isVisible();
        page.locator(".neurons input[type=checkbox]").uncheck();
        assertThat(page.locator(".nt [data-q='dx.1']")).hasCount(0);
    }
}
