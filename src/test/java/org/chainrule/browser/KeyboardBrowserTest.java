package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page by keys alone. */
class KeyboardBrowserTest extends BrowserTest {
    /** Tab's stops up to the first within the step panel. */
    private static int stops(Page page) {
        for (int stops = 0; stops < 40; stops++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("!!document.activeElement.closest('[role=tabpanel]')")) {
                return stops;
            }
        }
        throw new AssertionError("the step panel is not reached");
    }

    private static Object focused(Page page, String what) {
        return page.evaluate("document.activeElement." + what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?from=xor", "/?from=mazur&tab=train"})
    void thePanelIsAFewStopsAway(String link) {
        assertThat(stops(open(link))).isLessThanOrEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Skip to: Steps, Skip to: Network",
        "de-DE, Direkt zu: Schritte, Direkt zu: Netz"
    })
    void twoLinksSkipWhatComesFirst(String locale, String steps, String network) {
        Page page = open("/", desk().setLocale(locale));
        String address = page.url();
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText(steps);
        assertThat(page.locator(":focus")).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("#panel-steps")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator(".steps [data-step='0']")).isFocused();
        page.evaluate("document.activeElement.blur()");
        page.locator(".skip").last().focus();
        assertThat(page.locator(":focus")).hasText(network);
        page.keyboard().press("Enter");
        assertThat(page.locator("#network")).isFocused();
        assertThat(page.url()).isEqualTo(address);
    }

    @Test
    void theArrowKeysMoveInTheToolsAndAmongTheSteps() {
        Page page = open("/");
        page.locator("summary").first().focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(":focus")).hasText("Settings");
        page.keyboard().press("End");
        assertThat(page.locator(":focus")).hasText("Share link");
        page.locator(".steps [data-step='0']").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        assertThat(page.locator(".steps [data-step='2']")).hasAttribute("aria-current", "step");
        assertThat(page.locator(".steps [data-step='2']")).isFocused();
        page.keyboard().press("PageDown");
        assertThat(page.locator(".steps [data-step='3']")).hasAttribute("tabindex", "0");
    }

    /** Undo is disabled again by its last step. */
    @Test
    void theToolsKeepTheFocusWhereTheOneThatWasUsedIsDisabled() {
        Page page = open("/");
        type(page, "w.hid.1.1", "1");
        assertThat(page.getByLabel("Undo")).isEnabled();
        page.getByLabel("Undo").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Undo")).isDisabled();
        assertThat(page.getByLabel("Redo")).isFocused();
        assertThat(page.locator(".tools [tabindex='0']:not([disabled])")).hasCount(1);
    }

    @Test
    void theLastAndTheFirstStepKeepTheFocus() {
        Page page = open("/?step=4");
        page.locator(".step > .body > .row > .btn").last().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".steps [data-step='5']")).isFocused();
        assertThat(page.locator(".update .btn")).hasClass("btn pri");
        assertThat(page.locator(".step > .body > .row > .btn").last()).hasClass("btn");
        assertThat(page.locator(".step > .body > .row > .btn").last()).isDisabled();
        Page first = open("/?step=1");
        first.locator(".step > .body > .row > .btn").first().focus();
        first.keyboard().press("Enter");
        assertThat(first.locator(".steps [data-step='0']")).isFocused();
        assertThat(focused(first, "tagName")).isEqualTo("BUTTON");
    }
}
