package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Numbers changed by hand: dragged, pasted, nudged, taken back. */
class EditingBrowserTest extends BrowserTest {
    @Test
    void aDragOverAWeightIsOneEdit() {
        Page page = open("/");
        BoundingBox label = page.locator("g.label[data-pick='w.hid.1.1']").boundingBox();
        double x = label.x + label.width / 2;
        double y = label.y + label.height / 2;
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + 50, y, new Mouse.MoveOptions().setSteps(10));
        page.mouse().up();
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.29"));
        assertThat(number(page, "p.hid.1")).hasText("0.71");
        page.getByLabel("Undo").click();
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.19"));
        assertThat(page.getByLabel("Undo")).isDisabled();
    }

    @Test
    void aBlockFromASpreadsheetFillsTheCellsInOneEdit() {
        Page page = open("/");
        Map<String, String> before = numbers(page);
        Locator first = input(page, "w.hid.1.1");
        first.focus();
        first.evaluate(
                """
                e => {
                  const data = new DataTransfer();
                  data.setData('text/plain', '0,5\\t1\\n2\\t-3\\n');
                  e.dispatchEvent(new ClipboardEvent('paste',
                    { clipboardData: data, bubbles: true, cancelable: true }));
                }\
                """);
        assertThat(number(page, "p.hid.1")).hasText("1.50");
        assertThat(number(page, "p.hid.2")).hasText("−1.00");
        assertThat(input(page, "w.hid.2.2")).hasValue(typed("-3"));
        page.getByLabel("Undo").click();
        assertThat(number(page, "p.hid.1")).hasText("0.61");
        assertThat(numbers(page)).isEqualTo(before);
    }

    /** A selection changes no number; an edit flashes those that changed, and no others. */
    @Test
    void whatChangedFlashes() {
        Page page = open("/");
        page.evaluate(
                """
                () => {
                  window.flashes = [];
                  const show = CSSStyleSheet.prototype.replaceSync;
                  CSSStyleSheet.prototype.replaceSync = function (text) {
                    if (text.includes('--flash')) window.flashes.push(text);
                    return show.call(this, text);
                  };
                }\
                """);
        page.locator("td [data-q='p.hid.1']").click();
        assertThat(page.locator("[data-line='p.hid.1']").first()).isVisible();
        Locator weight = input(page, "w.hid.1.1");
        weight.fill("0.5");
        weight.press("Enter");
        page.waitForFunction("() => window.flashes.length > 0");
        assertThat((String) page.evaluate("() => window.flashes.join()"))
                .contains("[data-q=\"p\\.hid\\.1\"]", "[data-q=\"J\"]")
                .doesNotContain("[data-q=\"p\\.hid\\.2\"]");
    }

    @Test
    void aBlockIsCopiedAsASpreadsheetReadsIt() {
        Page page = open("/");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        input(page, "w.hid.1.1").focus();
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Control+c");
        assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo("0.19\t0.42\n-0.94\t0.30");
    }

    @Test
    void altAndAnArrowNudgeANumber() {
        Page page = open("/");
        input(page, "w.hid.1.1").focus();
        page.keyboard().press("Alt+ArrowUp");
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.2"));
        page.keyboard().press("Alt+ArrowDown");
        page.keyboard().press("Alt+ArrowDown");
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.18"));
        assertThat(number(page, "p.hid.1")).hasText("0.60");
        page.keyboard().type("7");
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("7"));
    }

    @Test
    void arrowsWalkInTheGridAndEscapeGivesAnEntryUp() {
        Page page = open("/");
        input(page, "w.hid.1.1").focus();
        page.keyboard().press("ArrowRight");
        assertThat(input(page, "w.hid.1.2")).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(input(page, "w.hid.2.2")).isFocused();
        page.keyboard().type("7");
        assertThat(input(page, "w.hid.2.2")).hasValue(typed("7"));
        page.keyboard().press("Escape");
        assertThat(input(page, "w.hid.2.2")).hasValue(typed("0.3"));
        assertThat(number(page, "p.hid.2")).hasText("−0.64");
    }

    @Test
    void arrowsWalkInTheDrawingAndEnterSelects() {
        Page page = open("/");
        page.locator("svg.network [role='button'][tabindex='0']").first().focus();
        String start = (String) page.evaluate("document.activeElement.dataset.pick");
        page.keyboard().press("ArrowRight");
        String next = (String) page.evaluate("document.activeElement.dataset.pick");
        assertThat(next).isNotNull().isNotEqualTo(start);
        page.keyboard().press("Enter");
        assertThat(page.locator("svg.network [aria-pressed='true']")).hasCount(1);
        page.waitForURL(Pattern.compile("sel=" + Pattern.quote(next)));
    }

    @Test
    void editsDoNotFillTheBrowsersHistory() {
        Page page = open("/");
        Object before = page.evaluate("history.length");
        type(page, "x.1", "2");
        page.waitForURL(Pattern.compile("x=2,1"));
        type(page, "x.1", "3");
        page.waitForURL(Pattern.compile("x=3,1"));
        assertThat(page.evaluate("history.length")).isEqualTo(before);
    }

    @Test
    void tabsOfOneSessionAreIndependent() {
        Page page = open("/");
        Page second = beside(page, "/");
        type(page, "x.1", "3");
        assertThat(number(page, "p.hid.1")).hasText("0.99");
        type(second, "x.2", "2");
        assertThat(number(second, "p.hid.1")).hasText("1.03");
        assertThat(input(second, "x.1")).hasValue("1");
        assertThat(input(page, "x.2")).hasValue("1");
    }

    @Test
    void resetGoesBackToWhatTheLinkOpened() {
        Page page = open("/");
        Map<String, String> before = numbers(page);
        type(page, "x.1", "3");
        type(page, "lr", "0.5");
        assertThat(number(page, "nw.out.1.1")).not().hasText("−1.4077");
        page.locator("summary", new Page.LocatorOptions().setHasText("Settings")).click();
        page.getByText("Reset", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(number(page, "nw.out.1.1")).hasText("−1.4077");
        assertThat(numbers(page)).isEqualTo(before);
    }

    @Test
    void applyingTheUpdateMakesItsParametersTheCurrentOnes() {
        Page page = open("/?step=5");
        page.getByText("Apply update", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(input(page, "w.out.1.1")).hasValue(typed("-1.4077"));
        assertThat(input(page, "w.hid.1.2")).hasValue(typed("0.414"));
        page.getByLabel("Undo").click();
        assertThat(input(page, "w.out.1.1")).hasValue(typed("-1.4"));
    }
}
