package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An exercise by keyboard; the first worksheet's numbers are the sheet's. */
class PractiseBrowserTest extends BrowserTest {
    /** The sheet's numbers of steps 1 to 5, in the order of the calculation. */
    private static final Map<String, String> SHEET = new LinkedHashMap<>();

    static {
        SHEET.put("dz.out.1", "0.60");
        SHEET.put("dz.out.2", "-1.24");
        SHEET.put("dz.hid.1", "0.06");
        SHEET.put("dz.hid.2", "0.22");
        SHEET.put("dw.out.1.1", "0.077");
        SHEET.put("dw.out.1.2", "0");
        SHEET.put("dw.out.2.1", "-0.178");
        SHEET.put("dw.out.2.2", "0");
        SHEET.put("dw.hid.1.1", "0.060");
        SHEET.put("dw.hid.1.2", "0.060");
        SHEET.put("dw.hid.2.1", "0");
        SHEET.put("dw.hid.2.2", "0");
        SHEET.put("nw.hid.1.1", "0.1840");
        SHEET.put("nw.hid.1.2", "0.4140");
        SHEET.put("nw.hid.2.1", "-0.94");
        SHEET.put("nw.hid.2.2", "0.30");
        SHEET.put("nw.out.1.1", "-1.4077");
        SHEET.put("nw.out.1.2", "-2.20");
        SHEET.put("nw.out.2.1", "-0.7922");
        SHEET.put("nw.out.2.2", "-1.70");
    }

    private Page exercise(String link) {
        return exercise(link, desk());
    }

    private Page exercise(String link, com.microsoft.playwright.Browser.NewContextOptions options) {
        Page page = visit(link, options);
        assertThat(page.locator("[data-answer]").first()).isVisible();
        return page;
    }

    /** What in a cell of a table lies over something else there, or beyond the window. */
    private static final String OVER_EACH_OTHER =
            """
            () => [...document.querySelectorAll('answer-sheet .in')].flatMap((cell) => {
              const parts = [...cell.querySelectorAll('.name, [data-q], .answer')]
                .filter((part) => !part.parentElement.closest('.name, [data-q], .answer'));
              const boxes = parts.map((part) => part.getBoundingClientRect());
              return parts.filter((_, i) => boxes[i].right > innerWidth || boxes.some((other, j) => j > i
                && boxes[i].left < other.right - 1 && other.left < boxes[i].right - 1
                && boxes[i].top < other.bottom - 1 && other.top < boxes[i].bottom - 1))
                .map((part) => part.textContent || part.outerHTML.slice(0, 80));
            })\
            """;

    private static Locator box(Page page, String address) {
        return page.locator("[data-answer='" + address + "']");
    }

    private static void verdict(Page page, String address, String verdict) {
        assertThat(page.locator("[data-verdict='" + verdict + "'] [data-answer='" + address + "']"))
                .hasCount(1);
    }

    private static void answer(Page page, String address, String text) {
        box(page, address).fill(text);
        box(page, address).press("Enter");
    }

    private static List<String> order(Page page) {
        List<String> order = new ArrayList<>();
        for (Locator each : page.locator("[data-answer]").all()) {
            order.add(each.getAttribute("data-answer"));
        }
        return order;
    }

    /** Enter alone leads through all boxes, in the order of the calculation. */
    @Test
    void aWholeExerciseIsDoneByKeyboardAlone() {
        Page page = exercise("/practise");
        assertThat(order(page)).containsExactlyInAnyOrderElementsOf(SHEET.keySet());
        box(page, "dz.out.1").focus();
        for (Map.Entry<String, String> each : SHEET.entrySet()) {
            assertThat(box(page, each.getKey())).isFocused();
            page.keyboard().type(each.getValue());
            page.keyboard().press("Enter");
            verdict(page, each.getKey(), "right");
        }
        assertThat(page.locator(".progress")).containsText("20 of 20");
    }

    /** What is asked stands nowhere: not in the page, not in what it was sent. */
    @Test
    void nothingGivesAnAskedNumberAway() {
        Page page = exercise("/practise?ask=0-5");
        String shown = (String) page.evaluate("() => document.documentElement.outerHTML");
        for (String number :
                List.of("0.61", "−0.64", "−0.85", "−0.49", "0.077", "−0.178", "1.4077", "0.1840")) {
            assertThat(shown).doesNotContain(number);
        }
        String sent =
                (String)
                        page.evaluate(
                                "() => JSON.stringify([document.querySelector('answer-sheet').sheet,"
                                        + " document.querySelector('network-view').scene,"
                                        + " document.querySelector('network-view').choice],"
                                        // How thick an edge is.
                                        + " (key, value) => key === 'relative' ? 0 : value)");
        for (String number : List.of("0.61", "0.64", "0.85", "0.49", "0.077", "0.178", "0.184")) {
            assertThat(sent).doesNotContain(number);
        }
        assertThat(page.locator("[data-q='p.hid.1'], [data-ref='p.hid.1']")).hasCount(0);
        assertThat(page.locator("[data-q='w.hid.1.1']").first()).hasText("0.19");
    }

    /** A slip is told by its place, then by what it is; the sheet's own slip among them. */
    @Test
    void theFirstSheetsSlipIsUnderstood() {
        Page page = exercise("/practise?ask=1-2");
        answer(page, "dz.out.1", "0.6");
        answer(page, "dz.out.2", "-1.24");
        answer(page, "dz.hid.1", "0.02");
        verdict(page, "dz.hid.1", "slip");
        Locator card = page.locator(".verdict");
        assertThat(card).containsText("the rest fits");
        assertThat(card).not().containsText("without its sign");
        card.getByText("What happened?").click();
        assertThat(card).containsText("without its sign");
    }

    /** An error in step 1 is carried through, with full marks for what follows. */
    @Test
    void whatFollowsFromAnErrorHasFullMarks() {
        Page page = exercise("/practise?ask=1-3");
        answer(page, "dz.out.1", "0.55");
        verdict(page, "dz.out.1", "wrong");
        answer(page, "dw.out.1.1", "0.55*0.21*0.61");
        verdict(page, "dw.out.1.1", "follows");
        assertThat(page.locator(".verdict")).containsText("0.55 from before");
        page.getByText("Where is my first mistake?").click();
        assertThat(page.locator(".found")).containsText("∂J/∂z₁[out]");
    }

    @Test
    void germanIsReadAndWrittenWithCommas() {
        Page page = exercise("/practise?ask=1&lang=de");
        answer(page, "dz.out.1", "0,6");
        verdict(page, "dz.out.1", "right");
        assertThat(page.locator(".verdict")).containsText("richtig");
        answer(page, "dz.out.2", "-0,62");
        verdict(page, "dz.out.2", "slip");
        page.getByText("Was ist passiert?").click();
        assertThat(page.locator(".verdict")).containsText("−0,62");
    }

    /** Nothing is told before it is handed in. */
    @Test
    void inAnExamAllIsMarkedWhenItIsHandedIn() {
        Page page = exercise("/practise?ask=1,exam");
        answer(page, "dz.out.1", "0.6");
        answer(page, "dz.out.2", "7");
        assertThat(page.locator(".verdict")).containsText("noted");
        assertThat(page.locator("answer-sheet [data-verdict]")).hasCount(0);
        page.locator("header .pri").click();
        verdict(page, "dz.out.1", "right");
        verdict(page, "dz.out.2", "wrong");
    }

    /** Rungs, each on asking; the last of them is the number, and the result says so. */
    @Test
    void hintsComeRungByRung() {
        Page page = exercise("/practise?ask=1");
        answer(page, "dz.out.1", "7");
        Locator hint = page.locator(".verdict .more");
        for (int rung = 1; rung <= 5; rung++) {
            hint.click();
            assertThat(page.locator(".rung")).hasCount(rung);
        }
        assertThat(hint).isHidden();
        assertThat(page.locator(".rung").last()).containsText("0.60");
        page.getByText("End and see the result").click();
        assertThat(page.locator(".result")).containsText("5 (1 seen done)");
    }

    /** A wrong number's parts are asked one by one. */
    @Test
    void partsSayWhichOfThemFits() {
        Page page = exercise("/practise?ask=3");
        answer(page, "dw.out.1.1", "7.77");
        verdict(page, "dw.out.1.1", "wrong");
        Locator parts = page.locator(".factor input");
        assertThat(parts).hasCount(3);
        parts.first().fill("0.6");
        parts.first().press("Tab");
        assertThat(page.locator(".factor").first()).hasAttribute("data-verdict", "right");
        parts.nth(1).fill("0.3");
        parts.nth(1).press("Tab");
        assertThat(page.locator(".factor").nth(1)).hasAttribute("data-verdict", "wrong");
    }

    /** Answers are kept over a reload; a choice of what is asked is in the address. */
    @Test
    void aReloadMeetsTheAnswersAgain() {
        Page page = exercise("/practise");
        page.getByLabel("Asked").selectOption("1");
        assertThat(page.locator("[data-answer]")).hasCount(2);
        answer(page, "dz.out.1", "0.6");
        verdict(page, "dz.out.1", "right");
        page.waitForFunction("() => location.search.includes('ask=1')");
        page.reload();
        verdict(page, "dz.out.1", "right");
        assertThat(box(page, "dz.out.1")).hasValue("0.6");
    }

    /** The worksheet and the exercise lead to each other, with the same numbers. */
    @Test
    void theWorksheetLeadsToItsExerciseAndBack() {
        Page page = open("/");
        type(page, "w.hid.1.1", "0.625");
        page.getByText("Practise").click();
        assertThat(page.locator("[data-q='w.hid.1.1']").first()).hasText("0.625");
        page.getByText("Back to the worksheet").click();
        assertThat(page.locator("input[data-q='w.hid.1.1']")).hasValue("0.625");
    }

    /** A link with ask opens the exercise wherever it points. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/?ask=dw.out.1.1", "/print?ask=dw.out.1.1", "/practise?ask=dw.out.1.1"})
    void aLinkThatAsksOpensTheExercise(String link) {
        Page page = exercise(link);
        assertThat(page.locator("[data-answer]")).hasCount(1);
        assertThat(page.locator("[data-q='dz.hid.1']").first()).hasText("0.06");
        assertThat(page.locator("[data-q='nw.out.1.1']")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({
        "ask=0-5, p.hid.1, 1440, 900",
        "ask=0-5, p.hid.1, 390, 844",
        "from=exam-deep&ask=1-5, dw.h2.1.1, 1440, 900",
        "from=exam-deep&ask=1-5, dw.h2.1.1, 1280, 720"
    })
    void nothingIsWiderThanTheWindowNorLiesOverAnything(
            String link, String address, int width, int height) {
        Page page = exercise("/practise?" + link, desk().setViewportSize(width, height));
        answer(page, address, "0.7");
        assertThat(page.locator(".verdict h3")).isVisible();
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        assertThat((List<?>) page.evaluate(OVER_EACH_OTHER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/practise?ask=0-5", "/practise?ask=1&lang=de", "/practise?ask=1,exam"})
    void axeFindsNothingWithVerdictsHintsAndParts(String link) {
        Page page = exercise(link);
        answer(page, "dz.out.1", "7");
        assertThat(page.locator(".verdict h3")).isVisible();
        axeFindsNothing(page);
        page.locator("header .pri").click();
        if (link.endsWith("exam")) {
            page.locator("header .pri").click();
        }
        assertThat(page.locator(".result")).isVisible();
        axeFindsNothing(page);
    }

    /** Seen done with its own numbers, then asked with others, and back again. */
    @ParameterizedTest
    @CsvSource({
        "'', 'See it done, then one like it', 'Back to the exercise'",
        "'&lang=de', 'Vorrechnen, dann eine gleiche', 'Zurück zur Übung'"
    })
    void afterThreeWrongAnswersItIsSeenDoneAndAskedWithNewNumbers(
            String language, String like, String back) {
        Page page = exercise("/practise?ask=1" + language);
        for (String wrong : List.of("7", "8", "9")) {
            assertThat(page.getByText(like)).isHidden();
            answer(page, "dz.out.1", wrong);
            verdict(page, "dz.out.1", "wrong");
        }
        String before = page.locator("[data-q='w.hid.1.1']").first().textContent();
        page.getByText(like).click();
        assertThat(page.locator("[data-answer]")).hasCount(1);
        assertThat(box(page, "dz.out.1")).hasValue("");
        assertThat(box(page, "dz.out.1")).isFocused();
        assertThat(page.locator("[data-q='w.hid.1.1']").first()).not().hasText(before);
        assertThat(page.locator(".again .done")).isVisible();
        page.getByText(back).click();
        assertThat(page.locator("[data-answer]")).hasCount(2);
        assertThat(page.locator("[data-q='w.hid.1.1']").first()).hasText(before);
        assertThat(box(page, "dz.out.1")).hasValue("9");
    }

    @Test
    void whatWasMissedIsWorkedAgainMixed() {
        Page page = exercise("/practise");
        for (String key : List.of("dz.out.1", "dw.out.1.1", "nw.out.1.1")) {
            answer(page, key, "77");
        }
        page.getByText("End and see the result").click();
        page.getByText("Three mixed ones of what you missed").click();
        List<String> asked = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            assertThat(page.locator(".again")).containsText("Number " + i + " of 3");
            assertThat(page.locator("[data-answer]")).hasCount(1);
            asked.addAll(order(page));
            if (i < 3) {
                page.getByText("The next one").click();
            }
        }
        assertThat(asked).containsExactlyInAnyOrder("dz.out.1", "dw.out.1.1", "nw.out.1.1");
        assertThat(page.getByText("The next one")).isHidden();
        page.getByText("Back to the exercise").click();
        assertThat(page.locator(".result")).isVisible();
    }

    @Test
    void newNumbersAreAnotherExercise() {
        Page page = exercise("/practise?ask=1");
        String before = page.locator("[data-q='w.hid.1.1']").first().textContent();
        page.getByText("New numbers").click();
        assertThat(page.locator("[data-q='w.hid.1.1']").first()).not().hasText(before);
        assertThat(page.locator("[data-answer]")).hasCount(2);
    }
}
