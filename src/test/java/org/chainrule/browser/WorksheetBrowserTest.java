package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The page as a student meets it, in a real browser. */
class WorksheetBrowserTest extends BrowserTest {
    @ParameterizedTest
    @CsvSource({
        "p.hid.1, 0.61, 0.6100, 0.61",
        "p.hid.2, −0.64, −0.6400, −0.6399999999999999",
        "z.hid.2, 0.00, 0.0000, 0",
        "p.out.1, −0.85, −0.8540, −0.854",
        "z.out.1, 0.30, 0.2986, 0.29859443999451146",
        "z.out.2, 0.38, 0.3789, 0.37892818917259263",
        "dz.out.1, 0.60, 0.5972, 0.5971888799890229",
        "dz.out.2, −1.24, −1.2421, −1.2421436216548147",
        "dz.hid.1, 0.06, 0.0617, 0.06168392778077536",
        "dz.hid.2, 0.22, 0.2218, 0.22179774124328872",
        "J, 0.47, 0.4749, 0.4748888338000708"
    })
    void theFirstPageHasTheSheetsDigitsAndTheExactOnes(
            String address, String paper, String exact, String full) {
        Page page = open("/");
        assertThat(number(page, address)).hasText(paper);
        page.getByText("Exact", new Page.GetByTextOptions().setExact(true)).first().click();
        assertThat(number(page, address)).hasText(exact);
        assertThat(number(page, address))
                .hasAttribute("title", Pattern.compile("= " + full.replace(".", "\\.") + "$"));
    }

    @Test
    void theGridHasTheSheetsGradientsAndUpdates() {
        Page page = open("/");
        assertThat(number(page, "dw.out.1.1")).hasText("0.077");
        assertThat(number(page, "dw.out.2.1")).hasText("−0.178");
        assertThat(number(page, "nw.out.1.1")).hasText("−1.4077");
    }

    @Test
    void anEditChangesWhatDependsOnItAndNothingElse() {
        Page page = open("/");
        Map<String, String> before = numbers(page);
        type(page, "w.out.2.1", "-0.5");
        assertThat(number(page, "p.out.2")).hasText("−0.31");
        Map<String, String> after = numbers(page);
        List<String> independent =
                List.of(
                        "p.hid.1",
                        "p.hid.2",
                        "z.hid.1",
                        "z.hid.2",
                        "p.out.1",
                        "z.out.1",
                        "dz.out.1",
                        "dw.out.1.1",
                        "dw.out.1.2",
                        "nw.out.1.1",
                        "w.out.1.1",
                        "w.hid.1.1",
                        "x.1",
                        "y.2",
                        "lr");
        independent.forEach(
                address -> assertThat(after).containsEntry(address, before.get(address)));
        List.of(
                        "p.out.2",
                        "z.out.2",
                        "dz.out.2",
                        "dz.hid.1",
                        "dw.out.2.1",
                        "nw.out.2.1",
                        "J",
                        "dw.hid.1.1")
                .forEach(address ->
                        assertThat(after.get(address)).isNotEqualTo(before.get(address)));
        page.getByLabel("Undo").click();
        assertThat(number(page, "p.out.2")).hasText("−0.49");
        assertThat(numbers(page)).isEqualTo(before);
    }

    @Test
    void aLinkOpensTheSamePageInAnotherBrowser() {
        Page page = open("/");
        type(page, "w.hid.1.1", "-1.4-0.1*0.077");
        assertThat(page.locator("input[data-q='w.hid.1.1']")).hasValue(typed("-1.4077"));
        page.locator(".steps [data-step='3']").click();
        page.waitForURL(Pattern.compile("step=3"));
        Page other = open(page.url().substring(page.url().indexOf("/?")));
        assertThat(other.locator(".steps [data-step='3']")).hasAttribute("aria-current", "step");
        assertThat(numbers(other)).isEqualTo(numbers(page));
    }

    @Test
    void aReloadKeepsTheHistory() {
        Page page = open("/");
        type(page, "x.1", "3");
        page.waitForURL(Pattern.compile("x=3,1"));
        page.reload();
        assertThat(page.locator("input[data-q='x.1']")).hasValue("3");
        page.getByLabel("Undo").click();
        assertThat(page.locator("input[data-q='x.1']")).hasValue("1");
    }

    @Test
    void aBadEntryStaysWithItsReasonAndChangesNothing() {
        Page page = open("/");
        Map<String, String> before = numbers(page);
        type(page, "w.hid.1.1", "abc");
        Locator input = page.locator("input[data-q='w.hid.1.1']");
        assertThat(input).hasAttribute("aria-invalid", "true");
        assertThat(input).hasValue("abc");
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .containsText("not part of a number");
        Map<String, String> after = numbers(page);
        after.put("w.hid.1.1", before.get("w.hid.1.1"));
        assertThat(after).isEqualTo(before);
        type(page, "w.hid.1.1", "0,5");
        assertThat(input).hasValue(typed("0.5"));
        assertThat(number(page, "p.hid.1")).hasText("0.92");
    }

    @Test
    void theKeyboardAloneWalksThroughAllSteps() {
        Page page = open("/?show=steps");
        for (int step = 0; step <= 5; step++) {
            assertThat(page.locator(".steps [data-step='" + step + "']"))
                    .hasAttribute("aria-current", "step");
            assertThat(page.locator("[data-q='nw.hid.1.1']")).hasCount(step == 5 ? 1 : 0);
            page.keyboard().press("PageDown");
        }
        page.keyboard().press("?");
        assertThat(page.locator("dialog[open]")).isVisible();
    }

    @Test
    void germanIsSpokenToAGermanBrowser() {
        Page page = open("/", new Browser.NewContextOptions().setLocale("de-DE"));
        assertThat(number(page, "p.out.1")).hasText("−0,85");
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertThat(page.getByText("Wie auf Papier").first()).isVisible();
    }

    @Test
    void nothingIsWiderThanAPhone() {
        Page page =
                open("/?sel=dw.out.1.1", new Browser.NewContextOptions().setViewportSize(390, 844));
        for (int step = 0; step <= 5; step++) {
            page.locator(".steps [data-step='" + step + "']").click();
            assertThat(page.locator(".steps [data-step='" + step + "']"))
                    .hasAttribute("aria-current", "step");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axeFindsNothing(ColorScheme theme) {
        Page page =
                open(
                        "/?sel=dw.out.1.1&step=3",
                        new Browser.NewContextOptions()
                                .setColorScheme(theme)
                                .setReducedMotion(
                                        com.microsoft.playwright.options.ReducedMotion.REDUCE));
        axeFindsNothing(page);
    }

    @Test
    void aDamagedLinkOpensTheFirstWorksheetAndSaysSo() {
        for (String link : List.of("/?v=1&n=x", "/?%FF=%FE")) {
            Page page = open(link);
            assertThat(page.locator(".notice")).containsText("damaged");
            assertThat(number(page, "p.out.1")).hasText("−0.85");
        }
    }

    @Test
    void theSameTextInTheFragmentOpensTheSameWorksheet() {
        Page page = open("/#v=1&n=1&l1=out:identity:2&x=3&y=1&opt=sgd:0.1");
        assertThat(number(page, "p.out.1")).hasText("6.0000");
    }
}
