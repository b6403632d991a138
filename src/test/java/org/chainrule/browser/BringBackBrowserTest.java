package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Worksheets, weights and samples that are chosen, dropped on the page or pasted. */
class BringBackBrowserTest extends BrowserTest {
    private static final String SMALL =
            """
            {"version": 1, "title": "Small", "inputs": 1, "samples": [{"x": [3], "y": [1]}],
             "layers": [{"activation": "tanh", "weights": [[0.5]]}]}\
            """;
    private static final String BAD = SMALL.replace("[[0.5]]", "[[0.5, 2]]");

    @ParameterizedTest
    @ValueSource(strings = {"chosen", "dropped", "pasted", "pasted into the dialog"})
    void aWorksheetIsOpenedAndTakenBackInOneStep(String way) {
        Page page = open("/");
        bring(page, way, "small.json", SMALL);
        assertThat(number(page, "p.out.1")).hasText("1.5000");
        assertThat(page.locator("header .title")).hasText("Small");
        assertThat(page.locator(".notice")).containsText("1-1 network");
        assertThat(dialog(page)).isHidden();
        page.keyboard().press("Control+z");
        assertThat(number(page, "p.out.1")).hasText("−0.85");
        assertThat(page.getByLabel("Undo (Ctrl+Z)")).isDisabled();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chosen", "dropped", "pasted", "pasted into the dialog"})
    void aRefusalNamesItsPlaceAndLosesNothing(String way) {
        Page page = open("/");
        type(page, "x.1", "3");
        assertThat(number(page, "p.hid.1")).hasText("0.99");
        bring(page, way, "bad.json", BAD);
        assertThat(dialog(page)).containsText("layers/0/weights/0: 2 weights for 1 sources");
        assertThat(dialog(page).locator("textarea")).hasValue(BAD);
        assertThat(number(page, "p.hid.1")).hasText("0.99");
        dialog(page).locator("textarea").fill(SMALL);
        press(page, "Read");
        assertThat(number(page, "p.out.1")).hasText("1.5000");
        assertThat(dialog(page)).isHidden();
    }

    @Test
    void manyPlacesAreListedUpToABound() {
        Page page = open("/");
        bring(page, "dropped", "weights.json", "[[1], [" + "\"a\",".repeat(1_399) + "\"a\"]]");
        assertThat(dialog(page).locator("li")).hasCount(50);
        assertThat(dialog(page)).containsText("and 1,351 more");
    }

    @Test
    void theReasonsAreGermanOnAGermanPage() {
        Page page = open("/", desk().setLocale("de-DE"));
        bring(page, "dropped", "gewichte.json", "[[1, 2], [3]]");
        assertThat(dialog(page)).containsText("1: 1 Gewicht für 2 Quellen");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[[[1, 2], [3, 4], [5, 6]], [[7, 8, 9]]] | w.out.1.3 | 9 | filled up with zeros: targets 2 → 1.",
                "[[[0.5, 0.25], [1, 2]], [[3, 4]]] | w.out.1.2 | 4 | Row k of a matrix was read as neuron k",
                "[[[0.5, 1], [0.25, 2]], [[3], [4]]] | w.hid.1.2 | 0.25 | Column k of a matrix was read as neuron k",
                "{`coefs_`: [[[0.5, 0.25], [1, 2]]], `intercepts_`: [[7, 8]], `loss_`: 1} | b.out.2 | 8 | Left aside: loss_.",
                "{`net.0.weight`: [[1, 2]], `net.0.bias`: [0.5], `net.2.weight`: [[3], [4]]} | b.hid.1 | 0.5 | 2-1-2 network",
            })
    void bareWeightsTakeTheRestFromThePage(String json, String address, String value, String said) {
        Page page = open("/");
        bring(page, "pasted", "", json.replace('`', '"'));
        assertThat(input(page, address)).hasValue(typed(value));
        assertThat(page.locator(".notice")).containsText(said);
    }

    private static final String SQUARE = "[[[0.5, -0.25], [1, 2]], [[3, 4], [5, 6]]]";

    @ParameterizedTest
    @ValueSource(strings = {"chosen", "dropped", "pasted", "pasted into the dialog"})
    void whereBothOrientationsFitThePageAsksAndShowsTheFirstRowBothWays(String way) {
        Page page = open("/");
        bring(page, way, "weights.json", SQUARE);
        Locator rows = answer(page, "Row k is neuron k");
        Locator columns = answer(page, "Column k is neuron k");
        assertThat(rows).containsText("p₁[hid] = 0.5 · x₁ − 0.25 · x₂");
        assertThat(columns).containsText("p₁[hid] = 0.5 · x₁ + 1 · x₂");
        assertThat(rows).isFocused();
        assertThat(dialog(page).locator("textarea")).isHidden();
        assertThat(input(page, "w.hid.1.2")).hasValue(typed("0.42"));
        columns.press("Enter");
        assertThat(dialog(page)).isHidden();
        assertThat(input(page, "w.hid.1.2")).hasValue(typed("1"));
        assertThat(page.locator(".notice"))
                .containsText("Column k of a matrix was read as neuron k");
        page.keyboard().press("Control+z");
        assertThat(input(page, "w.hid.1.2")).hasValue(typed("0.42"));
        assertThat(page.getByLabel("Undo (Ctrl+Z)")).isDisabled();
    }

    @Test
    void theQuestionCanBeAnsweredTheOtherWayOrNotAtAll() {
        Page page = open("/", desk().setLocale("de-DE"));
        bring(page, "dropped", "gewichte.json", SQUARE);
        press(page, "Abbrechen");
        assertThat(dialog(page)).isHidden();
        assertThat(input(page, "w.hid.1.2")).hasValue(typed("0,42"));
        bring(page, "dropped", "gewichte.json", SQUARE);
        answer(page, "Zeile k gehört zu Neuron k").click();
        assertThat(input(page, "w.hid.1.2")).hasValue(typed("-0,25"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pasted | | OrderedDict([('0.weight', tensor([[0.5]]))]) | model.state_dict().items()",
                "dropped | print.txt | [array([[0.5]]), array([1.])] | model.get_weights()",
                "dropped | model.pt | PK | model.state_dict().items()",
            })
    void whatPythonPrintsIsAnsweredWithALineToCopy(
            String way, String name, String text, String line) {
        Page page = open("/");
        bring(page, way, name == null ? "" : name, text);
        assertThat(dialog(page).locator("code")).containsText(line);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        press(page, "Copy the line");
        assertThat(dialog(page).getByRole(AriaRole.STATUS))
                .hasText("The line is on the clipboard.");
        assertThat(page.evaluate("navigator.clipboard.readText()").toString())
                .startsWith("import json; ")
                .contains(line);
        dialog(page).locator("textarea").fill("{\"0.weight\": [[0.5, 1]]}");
        press(page, "Read");
        assertThat(dialog(page)).isHidden();
        assertThat(input(page, "w.out.1.1")).hasValue(typed("0.5"));
    }

    @Test
    void aTableIsReadAsSamples() {
        Page page = open("/");
        bring(page, "dropped", "samples.csv", "x1;x2;y1;y2\n0,5;2;0;1\n3;4;1;0\n");
        assertThat(input(page, "x.1")).hasValue("0.5");
        assertThat(page.locator(".notice")).containsText("2 samples");
        bring(page, "dropped", "samples.csv", "1,2\n");
        assertThat(dialog(page))
                .containsText(
                        "“samples.csv” has 2 columns; the network takes 2 inputs and 2 targets");
        press(page, "Cancel");
        bring(page, "dropped", "samples.csv", "1,2,3,4\n1,2\n");
        assertThat(dialog(page)).containsText("“samples.csv” holds no samples for this network");
        assertThat(dialog(page)).containsText("line 2: 2 values for 4 columns");
    }

    @Test
    void whatIsNoneOfTheseIsSaidToBeNone() {
        Page page = open("/");
        bring(page, "dropped", "cat.png", "\u0000PNG\u0000");
        assertThat(dialog(page)).containsText("“cat.png” is neither a worksheet");
        assertThat(page.locator("dialog li")).hasCount(0);
        press(page, "Cancel");
        bring(page, "dropped", "large.json", " ".repeat((1 << 20) + 1));
        assertThat(dialog(page)).containsText("“large.json” is too large: 1.1 MiB");
    }

    @Test
    void aFileHeldOverThePageIsBeckoned() {
        Page page = open("/");
        drag(page, "dragenter", "small.json", SMALL);
        assertThat(page.getByText("Drop it here")).isVisible();
        drag(page, "dragleave", "small.json", SMALL);
        assertThat(page.getByText("Drop it here")).isHidden();
    }

    @Test
    void whatIsPastedIntoAFieldStaysThere() {
        Page page = open("/");
        input(page, "x.1").focus();
        paste(page, SMALL);
        assertThat(page.locator("header .title")).hasText("Backpropagation by example");
    }

    @Test
    void aChoiceInTheMenuLeavesTheFocusAtTheMenu() {
        Page page = open("/");
        Locator summary = page.locator("summary", new Page.LocatorOptions().setHasText("File"));
        summary.click();
        page.waitForDownload(() ->
                page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName("Worksheet (JSON)"))
                        .press("Enter"));
        assertThat(page.locator(".menu-body.files")).isHidden();
        assertThat(summary).isFocused();
    }

    @Test
    void theMenuIsForTheKeyboardToo() {
        Page page = open("/");
        Locator summary = page.locator("summary", new Page.LocatorOptions().setHasText("File"));
        summary.focus();
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowDown");
        assertThat(page.getByText("Open…")).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(dialog(page).locator("textarea")).isFocused();
        page.keyboard().insertText(SMALL);
        page.keyboard().press("Control+Enter");
        assertThat(number(page, "p.out.1")).hasText("1.5000");
        summary.focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
        assertThat(page.locator(".menu-body.files")).isHidden();
        assertThat(summary).isFocused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE"})
    void axeFindsNothingInTheMenuAndTheDialog(String locale) {
        Page page =
                open(
                        "/",
                        new Browser.NewContextOptions()
                                .setLocale(locale)
                                .setViewportSize(390, 844));
        page.locator("file-menu summary").click();
        axeFindsNothing(page);
        bring(page, "dropped", "bad.json", BAD);
        assertThat(dialog(page).locator("li")).hasCount(1);
        axeFindsNothing(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {SQUARE, "OrderedDict([('0.weight', tensor([[0.5]]))])"})
    void axeFindsNothingInTheQuestionAndThePythonLine(String text) {
        Page page =
                open(
                        "/",
                        desk().setLocale("de-DE")
                                .setViewportSize(390, 844)
                                .setColorScheme(ColorScheme.DARK));
        bring(page, "dropped", "weights.json", text);
        assertThat(dialog(page)).isVisible();
        axeFindsNothing(page);
    }

    private static Locator answer(Page page, String name) {
        return dialog(page)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator dialog(Page page) {
        return page.locator("dialog.bring");
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static void bring(Page page, String way, String name, String text) {
        switch (way) {
            case "chosen" ->
                    page.locator("file-menu input[type=file]")
                            .setInputFiles(
                                    new FilePayload(
                                            name,
                                            "application/json",
                                            text.getBytes(StandardCharsets.UTF_8)));
            case "dropped" -> drag(page, "drop", name, text);
            case "pasted" -> {
                page.locator("header .title").click();
                paste(page, text);
            }
            default -> {
                page.locator("file-menu summary").click();
                press(page, "Paste…");
                dialog(page).locator("textarea").fill(text);
                press(page, "Read");
            }
        }
    }

    /** Ctrl+V with {@code text} on the clipboard. */
    private static void paste(Page page, String text) {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.evaluate("text => navigator.clipboard.writeText(text)", text);
        page.keyboard().press("Control+v");
    }

    /** An event of a file that is dragged over the page, as a browser makes it. */
    private static void drag(Page page, String type, String name, String text) {
        page.evaluate(
                """
                ({ type, name, text }) => {
                  const dataTransfer = new DataTransfer();
                  dataTransfer.items.add(new File([text], name));
                  document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
                }\
                """,
                Map.of("type", type, "name", name, "text", text));
    }
}
