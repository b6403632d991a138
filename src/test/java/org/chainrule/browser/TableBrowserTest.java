package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as spreadsheets, public data and programs have them, on their way onto the page. */
class TableBrowserTest extends BrowserTest {
    private static final String IRIS =
            """
            sepal,petal,species
            5.1,1.4,Iris-setosa
            7.0,4.7,Iris-versicolor
            6.3,6.0,Iris-virginica
            4.9,1.5,Iris-setosa
            """;

    private static Locator dialog(Page page) {
        return page.locator("dialog.bring");
    }

    private static Locator cell(Page page, int row, int column) {
        return page.locator("[data-cell='%d:%d']".formatted(row - 1, column - 1));
    }

    private static void press(Page page, String name) {
        dialog(page)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Files, name by text, as they are dropped on the page together. */
    private static void drop(Page page, Map<String, String> files) {
        page.evaluate(
                """
                files => {
                  const dataTransfer = new DataTransfer();
                  for (const [name, text] of files) dataTransfer.items.add(new File([text], name));
                  document.body.dispatchEvent(
                    new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
                }\
                """,
                files.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(file -> List.of(file.getKey(), file.getValue()))
                        .toList());
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

    @Test
    void wordsBecomeOneTargetEachAndTheNetworkIsAdaptedInOneStep() {
        Page page = open("/?tab=data");
        Map<String, String> before = numbers(page);
        drop(page, Map.of("iris.csv", IRIS));
        assertThat(dialog(page)).containsText("“iris.csv” has 3 columns");
        assertThat(dialog(page)).containsText("3 words: Iris-setosa, Iris-versicolor");
        assertThat(dialog(page)).containsText("Inputs: 2, targets: 3.");
        assertThat(dialog(page).locator("textarea")).isHidden();
        press(page, "Adapt the network and read");
        assertThat(dialog(page)).isHidden();
        assertThat(page.locator(".notice")).containsText("4 samples were read");
        assertThat(page.locator(".notice")).containsText("Line 1 was taken for");
        assertThat(page.locator(".notice")).containsText("2 inputs and 3 outputs now");
        assertThat(cell(page, 2, 4)).hasValue("1");
        assertThat(cell(page, 2, 3)).hasValue("0");
        assertThat(input(page, "w.out.3.2")).isVisible();
        page.getByLabel("Undo (Ctrl+Z)").click();
        assertThat(input(page, "w.out.3.2")).hasCount(0);
        assertThat(page.getByLabel("Undo (Ctrl+Z)")).isDisabled();
        assertThat(numbers(page)).isEqualTo(before);
    }

    @Test
    void theReaderSaysWhichColumnsAreTargets() {
        Page page = open("/?tab=data");
        drop(page, Map.of("four.csv", "a,b,c\n1,2,3\n4,5,6\n"));
        dialog(page).getByLabel("What a is").selectOption("LEFT_OUT");
        assertThat(dialog(page)).containsText("Inputs: 1, targets: 1.");
        dialog(page).getByLabel("What b is").selectOption("LEFT_OUT");
        assertThat(dialog(page)).containsText("one column at least is an input");
        assertThat(
                        dialog(page)
                                .getByRole(
                                        AriaRole.BUTTON,
                                        new Locator.GetByRoleOptions()
                                                .setName("Read")
                                                .setExact(true)))
                .isDisabled();
        dialog(page).getByLabel("What b is").selectOption("TARGET");
        dialog(page).getByLabel("What a is").selectOption("INPUT");
        assertThat(dialog(page)).containsText("Inputs: 1, targets: 2.");
        press(page, "Adapt the network and read");
        assertThat(cell(page, 2, 2)).hasValue("5");
        assertThat(input(page, "w.hid.1.2")).hasCount(0);
    }

    @Test
    void ofSeveralFilesTheOtherIsNamed() {
        Page page = open("/");
        drop(page, Map.of("a.csv", "1,2,3,4", "b.csv", "5,6,7,8"));
        assertThat(page.locator(".notice")).containsText("“b.csv” was left out");
        assertThat(input(page, "x.1")).hasValue("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2\\n3 4 | 1 | 2 | 3 | 4",
                "1,5;2,5\\n3;4 | 1.5 | 2.5 | 3 | 4",
                "1, 2\\n3, 4 | 1 | 2 | 3 | 4"
            })
    void aBlockInTheGridIsTakenApart(String text, String a, String b, String c, String d) {
        Page page = open("/");
        paste(input(page, "w.hid.1.1"), text.replace("\\n", "\n"));
        assertThat(input(page, "w.hid.1.1")).hasValue(typed(a));
        assertThat(input(page, "w.hid.1.2")).hasValue(typed(b));
        assertThat(input(page, "w.hid.2.1")).hasValue(typed(c));
        assertThat(input(page, "w.hid.2.2")).hasValue(typed(d));
    }

    @Test
    void whatFindsNoCellInTheGridIsSaid() {
        Page page = open("/");
        paste(input(page, "w.hid.2.2"), "1\t2\n3\t4\n");
        assertThat(input(page, "w.hid.2.2")).hasValue(typed("1"));
        // The number that has the focus is selected a moment later, which takes nothing back.
        page.waitForFunction("document.querySelector('chainrule-page').selected == 'w.hid.2.2'");
        assertThat(page.locator(".notice")).containsText("3 entries found no cell in the grid");
    }

    @Test
    void nothingPastedIsWorkedOut() {
        Page page = open("/");
        paste(input(page, "w.hid.1.1"), "1949-01\t0.5\n");
        assertThat(input(page, "w.hid.1.2")).hasValue(typed("0.5"));
        assertThat(input(page, "w.hid.1.1")).hasValue("1949-01");
        assertThat(input(page, "w.hid.1.1")).hasAttribute("aria-invalid", "true");
        type(page, "w.hid.1.1", "1949-02");
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("1947"));
    }

    @Test
    void aGapOfAPastedBlockIsNoZero() {
        Page page = open("/?tab=data");
        paste(cell(page, 1, 1), "1\t1\t1\t0\n\n2\t\t0\t1\n");
        assertThat(page.locator(".st-body [role=row]")).hasCount(2);
        assertThat(page.locator(".notice")).containsText("One blank row was left out.");
        assertThat(cell(page, 2, 1)).hasValue("2");
        assertThat(cell(page, 2, 2)).hasValue("");
        assertThat(cell(page, 2, 2)).hasAttribute("aria-invalid", "true");
        assertThat(page.locator(".st-errors")).containsText("A number is wanted here.");
    }

    @Test
    void aCountMayBeGrouped() {
        Page page = open("/?tab=train");
        Locator epochs = page.locator("[data-plan=epochs]");
        epochs.fill("2,000");
        epochs.press("Enter");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*run=2000,0,1.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE"})
    void axeFindsNothingWhereColumnsAreChosen(String locale) {
        Page page =
                open(
                        "/",
                        new Browser.NewContextOptions()
                                .setLocale(locale)
                                .setViewportSize(390, 844));
        drop(page, Map.of("iris.csv", IRIS));
        assertThat(dialog(page).locator("tbody tr")).hasCount(3);
        axeFindsNothing(page);
    }
}
