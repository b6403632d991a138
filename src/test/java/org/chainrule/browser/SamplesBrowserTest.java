package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples as a table, and what of the page is a sample's or the batch's. */
class SamplesBrowserTest extends BrowserTest {
    private static final String NETWORK =
            "/?v=1&n=2&l1=hid:relu:0.19,0.42;-0.94,0.3&l2=out:sigmoid:-1.4,-2.2&opt=sgd:0.1&tab=data";
    private static final String THREE = NETWORK + "&x=1,1;0.5,1;-1,2&y=0;1;0";

    private static Locator cell(Page page, int row, int column) {
        return page.locator("[data-cell='%d:%d']".formatted(row - 1, column - 1));
    }

    private static void paste(Locator into, String text) {
        into.focus();
        into.evaluate(
                """
                (e, text) => {
                  const data = new DataTransfer();
                  data.setData('text/plain', text);
                  e.dispatchEvent(new ClipboardEvent('paste',
                    { clipboardData: data, bubbles: true, cancelable: true }));
                }\
                """,
                text);
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void upload(Page page, String name, String text) {
        page.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPastedBlockFillsCellsAndAddsRowsInOneStep() {
        Page page = open("/?tab=data");
        Map<String, String> before = numbers(page);
        paste(cell(page, 1, 1), "0,5\t2\t1\t0\n-1\toops\t0\t1\n");
        assertThat(page.locator(".st-body [role=row]")).hasCount(2);
        assertThat(cell(page, 1, 1)).hasValue("0.5");
        assertThat(cell(page, 2, 1)).hasValue(typed("-1"));
        assertThat(cell(page, 2, 2)).hasValue("oops");
        assertThat(cell(page, 2, 2)).hasAttribute("aria-invalid", "true");
        assertThat(page.locator(".st-errors")).containsText("Row 2, x₂: “o” is not part");
        assertThat(input(page, "x.1")).hasValue("0.5");
        page.getByLabel("Undo").click();
        assertThat(page.locator(".st-body [role=row]")).hasCount(1);
        assertThat(page.getByLabel("Undo")).isDisabled();
        assertThat(numbers(page)).isEqualTo(before);
    }

    @Test
    void theSampleOnShowIsChosenByItsNumberAndJStays() {
        Page page = open(THREE);
        assertThat(page.locator("sample-table [data-q]")).hasCount(0);
        String loss = number(page, "J").textContent();
        String gradient = number(page, "dw.out.1.1").textContent();
        assertThat(number(page, "p.hid.1")).hasText("0.6100");
        page.locator("[data-row='1']").click();
        assertThat(number(page, "p.hid.1")).hasText("0.5150");
        assertThat(page.locator(".st-row.shown [aria-current]")).hasText("2");
        assertThat(page.locator(".neurons h2")).hasText("Neurons · Sample 2 of 3");
        assertThat(page.locator(".wg caption").first()).containsText("Batch of 3 (mean)");
        assertThat(number(page, "J")).hasText(loss);
        assertThat(number(page, "dw.out.1.1")).hasText(gradient);
        page.waitForURL(Pattern.compile("sample=2"));
        page.getByLabel("Next sample").click();
        assertThat(input(page, "x.1")).hasValue(typed("-1"));
        assertThat(page.getByLabel("Next sample")).isDisabled();
        Locator stepper = page.locator(".sample-stepper input");
        stepper.fill("1");
        stepper.press("Enter");
        assertThat(input(page, "x.1")).hasValue("1");
        stepper.press("ArrowUp");
        assertThat(input(page, "x.1")).hasValue("0.5");
    }

    @Test
    void rowsAreAddedDoubledAndRemovedByTheKeyboardAlone() {
        Page page = open(THREE);
        button(page, "Add row");
        assertThat(cell(page, 4, 1)).isFocused();
        page.keyboard().type("7");
        page.keyboard().press("Enter");
        assertThat(cell(page, 4, 1)).hasValue("7");
        page.keyboard().press("Control+Home");
        assertThat(cell(page, 1, 1)).isFocused();
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("[data-row='0']")).isFocused();
        page.keyboard().press("Shift+ArrowDown");
        assertThat(page.locator(".st-number.block")).hasCount(2);
        page.keyboard().press("Delete");
        assertThat(page.locator(".st-body [role=row]")).hasCount(2);
        assertThat(cell(page, 1, 1)).hasValue(typed("-1"));
        assertThat(cell(page, 2, 1)).hasValue("7");
        assertThat(page.locator("[data-row='0']")).isFocused();
        page.keyboard().press("ArrowRight");
        button(page, "Duplicate");
        assertThat(cell(page, 2, 1)).hasValue(typed("-1"));
        button(page, "Keep only the one on show");
        assertThat(page.locator(".st-body [role=row]")).hasCount(1);
        button(page, "Remove");
        assertThat(page.locator(".notice")).containsText("at least one sample");
    }

    @Test
    void aNumberOfAnySampleIsNudgedWhereItStands() {
        Page page = open(THREE);
        cell(page, 2, 1).focus();
        page.keyboard().press("Alt+ArrowUp");
        assertThat(cell(page, 2, 1)).hasValue("0.51");
        page.keyboard().press("Alt+Shift+ArrowDown");
        assertThat(cell(page, 2, 1)).hasValue("0.41");
        assertThat(cell(page, 2, 1)).isFocused();
        assertThat(input(page, "x.1")).hasValue("1");
        page.keyboard().press("Control+z");
        assertThat(cell(page, 2, 1)).hasValue("0.51");
    }

    @Test
    void fewColumnsTakeAllOfTheWidth() {
        Page page = open(THREE);
        BoundingBox table = page.locator(".st").boundingBox();
        Locator header = page.locator(".st-head .st-row");
        page.waitForCondition(() -> header.boundingBox().width > table.width - 4);
        assertThat(header.boundingBox().width).isLessThan(table.width);
    }

    @Test
    void aBlockIsCopiedAndEmptied() {
        Page page = open(THREE);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        cell(page, 1, 2).focus();
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Control+c");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("1\t0\n1\t1");
        page.keyboard().press("Delete");
        assertThat(cell(page, 2, 3)).hasValue("0");
        assertThat(cell(page, 2, 2)).hasValue("0");
        page.keyboard().press("Control+z");
        assertThat(cell(page, 2, 3)).hasValue("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB | line 3, column 2: “b” is no number",
                "de-DE | Zeile 3, Spalte 2: „b“"
            })
    void aFileWithAMistakeIsRefusedWithItsPlace(String language, String place) {
        Page page = open(THREE, new Browser.NewContextOptions().setLocale(language));
        upload(page, "points.csv", "x1,x2,y1\n1,2,0\n1,b,1\n");
        assertThat(page.locator("dialog.bring")).containsText("points.csv");
        assertThat(page.locator("dialog.bring")).containsText(place);
        assertThat(cell(page, 1, 1)).hasValue("1");
        upload(page, "points.csv", "x1;x2;y1\n0,25;2;0\n1;3;1\n");
        assertThat(cell(page, 1, 1)).hasValue(language.startsWith("de") ? "0,25" : "0.25");
        assertThat(page.locator("dialog.bring")).isHidden();
        assertThat(page.locator(".st-body [role=row]")).hasCount(2);
        page.keyboard().press("Control+z");
        assertThat(page.locator(".st-body [role=row]")).hasCount(3);
    }

    @Test
    void aThousandRowsScrollWithFewOnThePage() {
        Page page = open(THREE);
        upload(page, "many.csv", "1,2,0\n".repeat(999) + "5,6,1\n");
        assertThat(page.locator("[role=grid]")).hasAttribute("aria-rowcount", "1001");
        assertThat(page.locator(".notice")).containsText("1,000 samples were read");
        cell(page, 1, 1).focus();
        page.keyboard().press("Control+End");
        assertThat(cell(page, 1000, 3)).isFocused();
        assertThat(cell(page, 1000, 3)).hasValue("1");
        assertThat((Integer) page.evaluate("document.querySelectorAll('[data-cell]').length"))
                .isLessThan(100);
        paste(cell(page, 1000, 1), "8\t8\t0\n9\t9\t1\n");
        assertThat(cell(page, 1000, 1)).hasValue("8");
        assertThat(page.locator(".notice")).containsText("3 entries found no cell");
        button(page, "Add row");
        assertThat(page.locator(".notice")).containsText("1,000 samples at most");
    }

    @Test
    void tooManySamplesForPaperAreWorkedExactlyAndUndoingBringsPaperBack() {
        Page page = open("/?tab=data");
        upload(page, "many.csv", "1,2,0,1\n".repeat(51));
        assertThat(page.getByLabel("Exact").first()).isChecked();
        page.getByLabel("Undo").click();
        assertThat(number(page, "p.out.1")).hasText("−0.85");
    }

    @Test
    void theBatchIsReducedInAStepBetweenTheGradientsAndTheUpdate() {
        Page page = open(THREE.replace("tab=data", "step=4"));
        page.keyboard().press("PageDown");
        assertThat(page.locator(".steps [data-step='reduce']"))
                .hasAttribute("aria-current", "step");
        page.waitForURL(Pattern.compile("step=reduce"));
        assertThat(page.locator(".step .scope")).hasText("Batch of 3 (mean)");
        page.keyboard().press("PageDown");
        assertThat(page.locator(".steps [data-step='5']")).hasAttribute("aria-current", "step");
        assertThat(open("/").locator(".steps [data-step='reduce']")).isHidden();
    }

    @Test
    void axeFindsNothing() {
        Page page = open(THREE);
        assertThat(cell(page, 1, 1)).hasValue("1");
        axeFindsNothing(page);
    }
}
