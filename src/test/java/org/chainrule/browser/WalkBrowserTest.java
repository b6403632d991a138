package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done on the page, in every engine alike. */
class WalkBrowserTest extends BrowserTest {
    /** Copies the text elsewhere, and pastes it into the field by key. */
    private static void paste(Locator into, String text) {
        Page page = into.page();
        page.evaluate(
                """
                (text) => {
                  const area = Object.assign(document.createElement('textarea'), { id: 'elsewhere', value: text });
                  document.body.append(area);
                  area.select();
                }\
                """,
                text);
        page.keyboard().press("Control+c");
        page.locator("#elsewhere").evaluate("e => e.remove()");
        into.focus();
        page.keyboard().press("Control+v");
    }

    private static Locator menu(Page page, String name) {
        return page.locator("details.menu", new Page.LocatorOptions().setHasText(name));
    }

    private static Browser.NewContextOptions german() {
        return desk().setLocale("de-DE");
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void theSixStepsHaveTheirFormulasAndNoneIsWiderThanTheWindow(int width) {
        Page page = open("/?sel=dw.out.1.1", german().setViewportSize(width, 844));
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertThat(number(page, "p.out.1")).hasText("−0,85");
        for (int step = 0; step <= 5; step++) {
            Locator button = page.locator(".steps [data-step='" + step + "']");
            button.click();
            assertThat(button).hasAttribute("aria-current", "step");
            BoundingBox formula = page.locator(".step .content math").first().boundingBox();
            assertThat(formula.height).isGreaterThan(16);
            assertThat(formula.width).isGreaterThan(40);
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth <= 0"))
                    .isEqualTo(true);
        }
        page.keyboard().press("PageUp");
        assertThat(page.locator(".steps [data-step='4']")).hasAttribute("aria-current", "step");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Settings", "File"})
    void aMenuOpensIsWalkedAndClosesByKeyOrByAClickElsewhere(String name) {
        Page page = open("/");
        Locator menu = menu(page, name);
        Locator body = menu.locator(".menu-body");
        Locator head = menu.locator("summary");
        head.click();
        assertThat(body).isVisible();
        assertThat(Boxes.faults(page)).isEmpty();
        head.press("ArrowDown");
        assertThat(body.locator(":focus")).hasCount(1);
        page.keyboard().press("Escape");
        assertThat(body).isHidden();
        assertThat(head).isFocused();
        page.keyboard().press("Enter");
        assertThat(body).isVisible();
        page.locator(".nt caption, .nt").first().click();
        assertThat(body).isHidden();
    }

    @Test
    void aDialogOpensHoldsTheFocusAndGivesItBack() {
        Page page = open("/");
        Locator before = page.locator("button.pin");
        before.focus();
        page.keyboard().press("?");
        assertThat(page.locator("dialog[open]")).isVisible();
        assertThat(page.locator("dialog[open] :focus")).hasCount(1);
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(before).isFocused();
    }

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
        page.keyboard().press("Control+z");
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.19"));
        assertThat(page.getByLabel("Undo")).isDisabled();
    }

    @Test
    void aBlockIsCopiedAndPastedByKey() {
        Page page = open("/");
        input(page, "w.hid.1.1").focus();
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Control+c");
        input(page, "w.out.1.1").focus();
        page.keyboard().press("Control+v");
        assertThat(input(page, "w.out.1.1")).hasValue(typed("0.19"));
        assertThat(input(page, "w.out.2.2")).hasValue(typed("0.3"));
        assertThat(number(page, "p.out.1")).hasText("0.12");
    }

    @Test
    void aSpreadsheetsBlockIsPastedIntoGridAndSamples() {
        Page page = open("/?tab=data", german());
        paste(input(page, "w.hid.1.1"), "0,5\t1\n2\t-3\n");
        assertThat(number(page, "p.hid.1")).hasText("1,50");
        assertThat(input(page, "w.hid.2.2")).hasValue(typed("-3"));
        paste(page.locator("[data-cell='0:0']"), "0,5\t2\t1\t0\n-1\t3\t0\t1\n");
        assertThat(page.locator("[data-cell='1:0']")).hasValue(typed("-1"));
        assertThat(input(page, "x.1")).hasValue("0,5");
    }

    @Test
    void aTableIsReadFromAFile() {
        Page page = open("/?tab=data");
        page.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "points.csv",
                                "text/csv",
                                "x1,x2,y1,y2\n1,2,0,1\n3,-4,1,0\n"
                                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".st-body [role=row]")).hasCount(2);
        assertThat(page.locator("[data-cell='1:1']")).hasValue(typed("-4"));
    }

    @Test
    void aNetworkIsTrainedAndAnyEpochIsThereAgain() {
        Page page = open("/?from=xor&tab=train&run=200,0,1");
        page.locator("[data-do='play']").click();
        assertThat(page.locator(".train .sentence")).containsText("Finished");
        Locator slider = page.locator("run-slider input");
        assertThat(slider).hasValue("200");
        String last = number(page, "J").textContent();
        slider.focus();
        page.keyboard().press("Home");
        assertThat(slider).hasValue("0");
        assertThat(number(page, "J")).not().hasText(last);
        assertThat(page.locator("run-chart svg").first()).isVisible();
    }

    @Test
    void thePrintedSheetHasEveryStepOnAFewPages() {
        Page page = visit("/print?lang=de", desk());
        for (String step : List.of("0", "1", "2", "3", "4", "5")) {
            assertThat(page.locator(".solution [data-step='" + step + "'] math").first())
                    .isVisible();
        }
        assertThat(page.locator("[data-step='5']")).containsText("−1,4077");
        assertThat(Boxes.faults(page)).isEmpty();
        page.evaluate("window.print = () => (document.body.dataset.printed = 'yes')");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Drucken")).click();
        assertThat(page.locator("body")).hasAttribute("data-printed", "yes");
        assertThat(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))
                .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void anEditFollowsInTheAddressAndALinkOpensIt() {
        Page page = open("/");
        type(page, "w.hid.1.1", "-1,4");
        assertThat(number(page, "p.hid.1")).hasText("−0.98");
        page.waitForURL(Pattern.compile("hid:relu:-1\\.4,"));
        Page again = open(page.url().substring(page.url().indexOf("/?")));
        assertThat(input(again, "w.hid.1.1")).hasValue(typed("-1.4"));
    }

    /**
     * As in Safari, the clipboard takes only what a click promises it, and nothing once the click
     * is over.
     */
    @Test
    void theLinkIsPromisedToTheClipboardWithinTheClick() {
        Page page = open("/");
        page.evaluate(
                """
                () => {
                  const refuse = () => Promise.reject(new DOMException('', 'NotAllowedError'));
                  Object.defineProperty(navigator.clipboard, 'write', { value: async (items) => {
                    if (window.event?.type !== 'click') return refuse();
                    const text = await (await items[0].getType('text/plain')).text();
                    document.body.dataset.copied = text;
                  }});
                  Object.defineProperty(navigator.clipboard, 'writeText', { value: refuse });
                  document.execCommand = () => false;
                }\
                """);
        type(page, "x.1", "3");
        assertThat(number(page, "p.hid.1")).hasText("0.99");
        page.getByText("Share link").click();
        assertThat(page.locator(".notice")).containsText("on the clipboard");
        assertThat(page.locator("body"))
                .hasAttribute("data-copied", Pattern.compile("/\\?v=1&.*x=3,1"));
    }
}
