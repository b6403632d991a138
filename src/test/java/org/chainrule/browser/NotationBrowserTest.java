package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.chainrule.notation.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The dialog of notations, and what a notation does to the page: it never changes a number. */
class NotationBrowserTest extends BrowserTest {
    private static Locator dialog(Page page) {
        page.locator("summary", new Page.LocatorOptions().setHasText("Settings")).click();
        page.getByText("Notation…").click();
        Locator dialog = page.locator("dialog.notation");
        assertThat(dialog).isVisible();
        return dialog;
    }

    @Test
    void aPresetIsChosenWithTheKeyboardAndSeenAtOnce() {
        Page page = open("/?step=2");
        Locator dialog = dialog(page);
        dialog.locator("input[type=radio]").first().focus();
        page.keyboard().press("ArrowDown");
        assertThat(dialog.locator(".formulas")).containsText("W");
        page.keyboard().press("ArrowDown");
        assertThat(dialog.locator(".formulas")).containsText("δ");
        axeFindsNothing(page);
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
        assertThat(page.locator(".step math").first()).containsText("δ");
        assertThat(page).hasURL(Pattern.compile(".*not=delta.*"));
    }

    @Test
    void choicesThatClashAreRefusedWithTheReason() {
        Page page = open("/?step=2");
        Locator dialog = dialog(page);
        Locator activation = select(dialog, "Activation");
        activation.selectOption("y");
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("both activation and target");
        assertThat(activation).hasValue("z");
        select(dialog, "Target").selectOption("t");
        activation.selectOption("y");
        assertThat(dialog.locator(".formulas")).containsText("y");
        assertThat(dialog.locator("input:checked")).hasCount(0);
        dialog.locator("button").click();
        assertThat(page).hasURL(Pattern.compile(".*not=sheet,z\\.y,y\\.t.*"));
    }

    private static Locator select(Locator dialog, String name) {
        return dialog.getByRole(
                AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator offer(Page page) {
        return page.locator(".letters");
    }

    /** The reader's notation is what was chosen last in this browser; links keep theirs. */
    @Test
    void aLinkInAnotherNotationIsOfferedInTheReadersAndBack() {
        Page page = open("/?step=2");
        assertThat(offer(page)).isHidden();
        Locator dialog = dialog(page);
        dialog.locator("input[type=radio]").nth(2).check();
        assertThat(page).hasURL(Pattern.compile(".*not=delta.*"));
        page.keyboard().press("Escape");
        assertThat(offer(page)).isHidden();
        page.navigate(address("/?step=2&not=parens"));
        assertThat(offer(page)).containsText("This link writes in another notation: W⁽¹⁾");
        assertThat(page.locator(".step math").first()).containsText("C");
        axeFindsNothing(page);
        Locator button = offer(page).getByRole(AriaRole.BUTTON);
        button.focus();
        page.keyboard().press("Enter");
        assertThat(button).hasText("Back to the link’s");
        assertThat(button).isFocused();
        assertThat(page).hasURL(Pattern.compile(".*not=delta.*"));
        assertThat(page.locator(".step math").first()).containsText("δ");
        page.keyboard().press("Enter");
        assertThat(button).hasText("Use mine");
        assertThat(page).hasURL(Pattern.compile(".*not=parens.*"));
        page.navigate(address("/?step=2&not=delta&lang=de"));
        assertThat(page.locator("[data-q='J']")).isVisible();
        settled(page);
        assertThat(offer(page)).isHidden();
        page.navigate(address("/?step=2&not=parens,y.t&lang=de"));
        assertThat(offer(page)).containsText("Dieser Link hat eine andere Schreibweise.");
    }

    /** What the reader chooses on the page is the reader's from then on. */
    @Test
    void theOfferIsGoneWhenTheNotationsAgree() {
        Page page = open("/?step=2&not=delta");
        Locator dialog = dialog(page);
        dialog.locator("input[type=radio]").first().check();
        assertThat(page).hasURL(Pattern.compile("^(?!.*not=).*$"));
        page.keyboard().press("Escape");
        page.navigate(address("/?step=2&not=rows"));
        assertThat(offer(page)).isVisible();
        Locator again = dialog(page);
        select(again, "Loss").selectOption("E");
        assertThat(page).hasURL(Pattern.compile(".*not=rows,loss\\.E.*"));
        page.keyboard().press("Escape");
        assertThat(offer(page)).isHidden();
        page.reload();
        assertThat(page.locator("[data-q='J']")).isVisible();
        settled(page);
        assertThat(offer(page)).isHidden();
    }

    /** Every number of a worksheet with biases, under its address, where biases are thresholds. */
    @Test
    void thresholdsAreReadAndBiasesStayInTheirCells() {
        String mazur = "/?from=mazur&step=5";
        Map<String, String> before = numbers(open(mazur));
        Page page = open(mazur + "&not=sheet,bias.theta,grad.change");
        Assertions.assertThat(numbers(page)).containsAllEntriesOf(before);
    }

    /** Turned or not, every number stands at its address, in fields too. */
    @ParameterizedTest
    @EnumSource(Preset.class)
    void noNotationChangesANumber(Preset preset) {
        Page sheet = open("/?step=5");
        Map<String, String> before = numbers(sheet);
        Page page = open("/?step=5&not=" + preset.key());
        Map<String, String> after = numbers(page);
        before.forEach((address, number) -> {
            if (after.containsKey(address)) {
                Assertions.assertThat(after.get(address)).as(address).isEqualTo(number);
            }
        });
        Assertions.assertThat(after.keySet()).containsAll(before.keySet());
    }
}
