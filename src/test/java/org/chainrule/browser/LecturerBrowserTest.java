package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a lecturer takes from an exercise. */
class LecturerBrowserTest extends BrowserTest {
    private Page exercise(String link) {
        Page page = visit(link, desk());
        assertThat(page.locator("[data-answer]").first()).isVisible();
        return page;
    }

    private static void openMenu(Page page) {
        page.locator(".lecturer summary").click();
    }

    private static String moodle(Page page) throws IOException {
        return file(page, "xml");
    }

    private static String file(Page page, String ending) throws IOException {
        Locator link = page.locator(".lecturer a[download$='" + ending + "']");
        Download file = page.waitForDownload(link::click);
        assertThat(file.suggestedFilename()).endsWith(ending);
        return Files.readString(file.path());
    }

    private static int questions(String xml) {
        return xml.split("<question type=\"cloze\">", -1).length - 1;
    }

    @Test
    void aQuizHasSoManyVariantsAsAreWanted() throws IOException {
        Page page = exercise("/practise?ask=1");
        openMenu(page);
        assertThat(page.locator(".lecturer")).containsText("not for grading in secret");
        Locator count = page.locator(".lecturer input");
        count.fill("3");
        count.press("Tab");
        String xml = moodle(page);
        assertThat(questions(xml)).isEqualTo(3);
        assertThat(xml).contains("{1:NUMERICAL:=0.60:0.005#Right.");
        openMenu(page);
        count.fill("99");
        count.press("Tab");
        assertThat(count).hasValue("50");
    }

    @Test
    void anExerciseGoesIntoALecturersOwnLatex() throws IOException {
        Page page = exercise("/practise?ask=1-5&lang=de");
        openMenu(page);
        assertThat(file(page, "exercise.tex"))
                .contains("Punkte:", "framebox", "-0{,}85")
                .doesNotContain("-1{,}24");
        openMenu(page);
        assertThat(file(page, "solution.tex")).contains("-1{,}24", "-1{,}4077");
        openMenu(page);
        assertThat(file(page, "drawing.tex"))
                .contains("tikzpicture", "-0{,}85")
                .doesNotContain("documentclass");
    }

    @Test
    void aQuizIsInTheLanguageOfThePage() throws IOException {
        Page page = exercise("/practise?ask=1&lang=de");
        openMenu(page);
        assertThat(moodle(page)).contains("=0.60:0.005#Richtig.", "0,06 und 0.06");
    }

    /** The menu leads to the key of what is asked now; it has the sheet's numbers. */
    @Test
    void theKeyHasAllThatIsRightAndTheSlips() {
        Page page = exercise("/practise?ask=1-3");
        openMenu(page);
        Page key = page.waitForPopup(() -> page.getByText("Marking aid").click());
        assertThat(key.locator("[data-key]")).hasCount(8);
        Locator row = key.locator("[data-key='dw.out.1.1']");
        assertThat(row.locator("td").first()).hasText("1");
        assertThat(row.locator(".right")).containsText("0.077");
        assertThat(row.locator(".slips li").first()).containsText("Look");
        assertThat(key.locator("[data-key='dz.out.2'] .right")).hasText("−1.24");
        key.locator(".back").click();
        assertThat(key.locator("[data-answer]")).hasCount(8);
    }

    @ParameterizedTest
    @CsvSource({"1440, 900", "390, 844"})
    void theKeyIsNotWiderThanTheWindow(int width, int height) {
        Page page = visit("/practise/key?ask=0-5", desk().setViewportSize(width, height));
        assertThat(page.locator("[data-key]")).hasCount(29);
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/practise/key?ask=1-5", "/practise/key?lang=de"})
    void axeFindsNothingInTheKey(String link) {
        Page page = visit(link, desk());
        assertThat(page.locator("[data-key]")).hasCount(20);
        axeFindsNothing(page);
    }

    @Test
    void axeFindsNothingInTheOpenMenu() {
        Page page = exercise("/practise?ask=1");
        openMenu(page);
        axeFindsNothing(page);
    }
}
