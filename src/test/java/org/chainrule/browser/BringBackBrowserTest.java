package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
                "[[[1, 2], [3, 4], [5, 6]], [[7, 8, 9]]] | w.out.1.3 | 9 | inputs 2 → 2, targets 2 → 1",
                "[[0.5, 0.25], [1, 2]] | w.out.1.2 | 0.25 | 2-2 network",
                "{`net.0.weight`: [[1, 2]], `net.0.bias`: [0.5], `net.2.weight`: [[3], [4]]} | b.hid.1 | 0.5 | 2-1-2 network",
            })
    void bareWeightsTakeTheRestFromThePage(String json, String address, String value, String said) {
        Page page = open("/");
        bring(page, "pasted", "", json.replace('`', '"'));
        assertThat(input(page, address)).hasValue(value);
        assertThat(page.locator(".notice")).containsText(said);
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
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        bring(page, "dropped", "bad.json", BAD);
        assertThat(dialog(page).locator("li")).hasCount(1);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
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
