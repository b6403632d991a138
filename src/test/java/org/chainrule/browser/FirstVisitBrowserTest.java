package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a first visitor is told to do, and nobody twice. */
class FirstVisitBrowserTest extends BrowserTest {
    private static Locator hint(Page page, String deed) {
        return page.locator("[data-hint='" + deed + "']");
    }

    private static boolean isInWindow(Locator locator) {
        BoundingBox box = locator.boundingBox();
        int height = locator.page().viewportSize().height;
        return box.y >= 0 && box.y + box.height <= height;
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Change a weight, Click a computed number, Take a step",
        "de-DE, Ändern Sie ein Gewicht, Klicken Sie auf eine berechnete Zahl, Gehen Sie weiter"
    })
    void eachHintGoesOnceItIsDoneAndNothingMoves(
            String locale, String weight, String pick, String step) {
        Page page = open("/", desk().setLocale(locale).setViewportSize(1280, 720));
        assertThat(hint(page, "weight")).containsText(weight);
        assertThat(hint(page, "weight")).isVisible();
        assertThat(hint(page, "pick")).isHidden();
        assertThat(isInWindow(hint(page, "weight"))).isTrue();
        assertThat(isInWindow(page.locator(".steps [data-step='1']"))).isTrue();
        assertThat(isInWindow(page.locator(".step > .body > .row > .btn").last())).isTrue();
        axeFindsNothing(page);
        double drawing = fromTop(page.locator("network-view"));
        type(page, "w.hid.1.1", "0.5");
        assertThat(hint(page, "weight")).isHidden();
        assertThat(hint(page, "pick")).containsText(pick);
        number(page, "p.out.1").click();
        assertThat(hint(page, "step")).containsText(step);
        assertThat(hint(page, "step")).isVisible();
        page.locator(".steps [data-step='1']").click();
        assertThat(page.locator("first-hints")).isHidden();
        assertThat(fromTop(page.locator("network-view"))).isEqualTo(drawing);
        Page again = beside(page, "/");
        assertThat(again.locator("first-hints")).isHidden();
    }

    /** In the page, however far that is scrolled. */
    private static double fromTop(Locator part) {
        String place = "part => part.getBoundingClientRect().top + scrollY";
        return ((Number) part.evaluate(place)).doubleValue();
    }

    @Test
    void whatIsDoneFirstIsNotHintedAtLater() {
        Page page = open("/");
        page.keyboard().press("PageDown");
        number(page, "p.out.1").click();
        assertThat(hint(page, "weight")).isVisible();
        type(page, "w.hid.1.1", "0.5");
        assertThat(page.locator("first-hints")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "button"})
    void theHintsAreDismissedForGood(String how) {
        Page page = open("/");
        assertThat(hint(page, "weight")).isVisible();
        if (how.equals("key")) {
            page.keyboard().press("Escape");
        } else {
            page.locator("first-hints button").click();
        }
        assertThat(page.locator("first-hints")).isHidden();
        page.reload();
        assertThat(number(page, "J")).isVisible();
        assertThat(page.locator("first-hints")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?step=2", "/?sel=dw.out.1.1"})
    void whoComesByALinkToAPlaceIsNotTold(String link) {
        assertThat(open(link).locator("first-hints")).isHidden();
    }

    @Test
    void thePresentationAndPaperHaveNone() {
        Page page = open("/");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("first-hints")).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        assertThat(hint(page, "weight")).isVisible();
        page.keyboard().press("Alt+p");
        assertThat(page.locator("first-hints")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE"})
    void onATelephoneItFitsToo(String locale) {
        Page page =
                open(
                        "/",
                        new Browser.NewContextOptions()
                                .setLocale(locale)
                                .setViewportSize(390, 844));
        assertThat(hint(page, "weight")).isVisible();
        assertThat(isInWindow(hint(page, "weight"))).isTrue();
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth <= 0"))
                .isEqualTo(true);
    }
}
