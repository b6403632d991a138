package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.chainrule.gallery.Gallery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gallery, and the way from it to a worksheet and back. */
class GalleryBrowserTest extends BrowserTest {
    private static final String NOTE = "aside p";

    private static Locator cards(Page page) {
        return page.locator("gallery-page li");
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Presses Tab until the element of this name has the focus. */
    private static void tabTo(Page page, String name) {
        Locator focused = page.locator(":focus");
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            String label = focused.getAttribute("aria-label");
            if (name.equals(label == null ? focused.textContent() : label)) {
                return;
            }
        }
        throw new AssertionError("Tab does not reach " + name);
    }

    @Test
    void everyCardOpensItsWorksheetWithWhatToTry() {
        Page page = visit("/gallery", desk());
        assertThat(cards(page)).hasCount(Gallery.examples().size());
        for (int i = 0; i < Gallery.examples().size(); i++) {
            String title = cards(page).nth(i).locator("h3").textContent();
            String firstSentence =
                    cards(page).nth(i).locator("p").first().textContent().split("(?<=[.?]) ")[0];
            cards(page).nth(i).locator(".open").click();
            assertThat(page.locator("[data-q='J']")).isVisible();
            assertThat(page.locator("header .title")).hasText(title);
            assertThat(page.locator(NOTE)).containsText(firstSentence);
            assertThat(page.locator(".notice")).isEmpty();
            page.goBack();
        }
    }

    @Test
    void theKeyboardAloneFindsAWorksheetAndDismissesItsNote() {
        Page page = open("/");
        tabTo(page, "Gallery");
        page.keyboard().press("Enter");
        assertThat(cards(page)).hasCount(Gallery.examples().size());
        tabTo(page, "Open: Mazur, step by step");
        page.keyboard().press("Enter");
        assertThat(number(page, "dw.out.1.1")).hasText("0.08217");
        assertThat(page.locator(NOTE)).isVisible();
        tabTo(page, "Dismiss this note");
        page.keyboard().press("Enter");
        assertThat(page.locator(NOTE)).isHidden();
        assertThat(page.locator("main")).isFocused();
        page.waitForURL(Pattern.compile("/\\?v=1&(?!.*from=)"));
    }

    @Test
    void theWayBackLeadsToTheWorksheetAsItWasLeft() {
        Page page = open("/?step=2");
        type(page, "x.1", "3");
        assertThat(number(page, "p.hid.1")).hasText("0.99");
        link(page, "Gallery").click();
        link(page, "To the worksheet").click();
        assertThat(number(page, "p.hid.1")).hasText("0.99");
        assertThat(page.locator(".steps [data-step='2']")).hasAttribute("aria-current", "step");
        page.getByLabel("Undo").click();
        assertThat(number(page, "p.hid.1")).hasText("0.61");
    }

    @Test
    void aGermanBrowserReadsGerman() {
        Page page = visit("/gallery", desk().setLocale("de-DE"));
        assertThat(page.locator("h1")).hasText("Galerie");
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertThat(page).hasTitle("Galerie · Chainrule");
        link(page, "Öffnen: Sättigung").click();
        assertThat(page.locator("header .title")).hasText("Sättigung");
        assertThat(page.locator(NOTE)).containsText("Fehlergradienten");
    }

    @Test
    void aLanguageChosenStaysChosenOnTheWayThereAndBack() {
        Page page = open("/?lang=de");
        link(page, "Galerie").click();
        assertThat(page.locator("h1")).hasText("Galerie");
        link(page, "Öffnen: Sättigung").click();
        assertThat(page.locator(NOTE)).containsText("Fehlergradienten");
        link(page, "Galerie").click();
        link(page, "English").click();
        assertThat(page.locator("h1")).hasText("Gallery");
    }

    @Test
    void theThemeIsThatOfTheWorksheet() {
        Page page = open("/");
        choose(page, "Theme", "Dark");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        link(page, "Gallery").click();
        assertThat(page.locator("h1")).hasText("Gallery");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    @ParameterizedTest
    @ValueSource(ints = {1920, 1440, 820, 390})
    void nothingIsCutOffAndTheDrawingsAreOfOneHeight(int width) {
        Page page = visit("/gallery", desk().setViewportSize(width, 900));
        assertThat(cards(page)).hasCount(Gallery.examples().size());
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        assertThat(
                        (List<?>)
                                page.evaluate(
                                        "[...new Set([...document.querySelectorAll('li svg')]"
                                                + ".map(e => e.getBoundingClientRect().height))]"))
                .hasSize(1);
        assertThat(
                        (Integer)
                                page.evaluate(
                                        "Math.max(...[...document.querySelectorAll('li')]"
                                                + ".map(e => e.scrollHeight - e.clientHeight))"))
                .isLessThanOrEqualTo(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axeFindsNothing(ColorScheme theme) {
        Browser.NewContextOptions options = desk().setColorScheme(theme);
        Page gallery = visit("/gallery", options);
        assertThat(cards(gallery)).hasCount(Gallery.examples().size());
        axeFindsNothing(gallery);
        Page worksheet = open("/?from=saturation", options);
        assertThat(worksheet.locator(NOTE)).isVisible();
        axeFindsNothing(worksheet);
    }
}
