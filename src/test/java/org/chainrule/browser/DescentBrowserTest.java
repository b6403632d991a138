package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** J from update to update, beside J. */
class DescentBrowserTest extends BrowserTest {
    private static Locator curve(Page page) {
        return page.locator("descent-curve");
    }

    /** What stands beside the curve. */
    private static Locator said(Page page) {
        return curve(page).locator("span");
    }

    private static Locator slider(Page page) {
        return curve(page).locator("[role=slider]");
    }

    /** Applies the update so often, from step 5. */
    private static void update(Page page, int times) {
        for (int i = 1; i <= times; i++) {
            String before = page.locator(".update .facts").textContent();
            page.locator(".update .btn").click();
            assertThat(page.locator(".update .facts")).not().hasText(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, start: J = 0.4749, update 1: J = 0.4705, update 3",
        "de-DE, 'Start: J = 0,4749', 'Update 1: J = 0,4705', Update 3"
    })
    void eachUpdateIsAPointThatIsReadAndLeadsBack(
            String locale, String start, String first, String now) {
        Page page = open("/?step=5", desk().setLocale(locale));
        assertThat(curve(page)).isHidden();
        update(page, 3);
        assertThat(said(page)).hasText(now);
        assertThat(curve(page).locator("data")).hasCount(4);
        assertThat(slider(page)).hasAttribute("aria-valuenow", "3");
        slider(page).focus();
        page.keyboard().press("Home");
        assertThat(slider(page)).hasAttribute("aria-valuetext", start);
        page.keyboard().press("ArrowRight");
        assertThat(slider(page)).hasAttribute("aria-valuetext", first);
        String weight = input(page, "w.out.1.1").inputValue();
        page.keyboard().press("Enter");
        assertThat(input(page, "w.out.1.1")).not().hasValue(weight);
        assertThat(curve(page)).hasAttribute("at", "1");
        assertThat(curve(page).locator("data")).hasCount(4);
        page.keyboard().press("Control+z");
        assertThat(input(page, "w.out.1.1")).hasValue(weight);
        assertThat(curve(page)).hasAttribute("at", "3");
        axeFindsNothing(page);
    }

    @Test
    void pointingReadsAndAClickGoesThere() {
        Page page = open("/?step=5");
        update(page, 4);
        slider(page).hover();
        assertThat(said(page)).hasText(Pattern.compile("update 2: J = 0\\.\\d{4}"));
        page.mouse().down();
        page.mouse().up();
        assertThat(curve(page)).hasAttribute("at", "2");
        page.mouse().move(0, 0);
        assertThat(said(page)).hasText("update 2");
        page.getByLabel("Undo").click();
        assertThat(curve(page)).hasAttribute("at", "4");
    }

    @Test
    void anEditBeginsAnewAndAnotherLearningRateGoesOn() {
        Page page = open("/?step=5");
        update(page, 2);
        type(page, "lr", "0.5");
        assertThat(curve(page).locator("data")).hasCount(3);
        update(page, 1);
        assertThat(curve(page).locator("data")).hasCount(4);
        type(page, "w.hid.1.1", "2");
        assertThat(curve(page)).isHidden();
        page.getByLabel("Undo").click();
        assertThat(curve(page).locator("data")).hasCount(4);
    }

    @Test
    void updatesAndEpochsOfARunArePointsToo() {
        Page page = open("/?from=xor&tab=train");
        page.locator("[data-do='update']").click();
        assertThat(said(page)).hasText("epoch 1");
        page.locator("[data-do='epoch']").click();
        assertThat(said(page)).hasText("epoch 2");
        assertThat(curve(page).locator("data")).hasCount(3);
    }

    /** However long the curve is, an update sends one point. */
    @Test
    void anUpdateSendsOnePoint() {
        Page page = open("/?step=5");
        update(page, 3);
        page.evaluate(
                """
                () => {
                  window.touched = 0;
                  new MutationObserver((records) => (window.touched += records.filter((r) => r.type !== 'attributes').length))
                    .observe(document.querySelector('descent-curve'), { childList: true, subtree: true, characterData: true });
                }\
                """);
        update(page, 1);
        assertThat(curve(page).locator("data")).hasCount(5);
        assertThat((Integer) page.evaluate("window.touched")).isLessThanOrEqualTo(2);
    }
}
