package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which error gradient is written on paper, and what slopes are taken from. */
class WayOfWorkingBrowserTest extends BrowserTest {
    @Test
    void aNotationThatShowsDeltaOffersToWriteItAndChangesNoNumber() {
        Page page = open("/?step=1");
        Locator offer = page.locator(".offer");
        assertThat(offer).isHidden();
        String before = number(page, "dw.hid.1.1").textContent();
        choose(page, "Notation", "Textbook with δ");
        assertThat(offer).isVisible();
        assertThat(number(page, "dw.hid.1.1")).hasText(before);
        assertThat(number(page, "dp.out.1")).hasText("0.126");
        offer.locator("button").click();
        assertThat(offer).isHidden();
        assertThat(number(page, "dp.out.1")).hasText("0.13");
        assertThat(page.locator("[data-line='dp.out.1']")).isVisible();
        assertThat(page.locator("[data-line='dz.out.1']")).hasCount(0);
        assertThat(page).hasURL(Pattern.compile(".*paper=2,3,delta.*"));
        page.locator("header button", new Page.LocatorOptions().setHasText("↶")).click();
        assertThat(number(page, "dp.out.1")).hasText("0.126");
        assertThat(offer).isVisible();
    }

    @Test
    void bothAreChosenInTheSettingsWithAnExample() {
        Page page = open("/?step=1");
        Locator example = page.locator(".menu-body .worked");
        choose(page, "Slope of", "the written z");
        assertThat(example).containsText("0.30 · 0.70");
        assertThat(page.locator("[data-line='s.out.1']")).hasCount(0);
        page.keyboard().press("Escape");
        choose(page, "Written on the way back", "∂J/∂p");
        assertThat(example).containsText("∂J/∂p is written down");
        assertThat(number(page, "dp.out.1")).hasText("0.13");
        assertThat(page).hasURL(Pattern.compile(".*paper=2,3,delta,z.*"));
        page.reload();
        assertThat(number(page, "dp.out.1")).hasText("0.13");
    }

    @Test
    void whereSlopesCancelTheLongWayStandsUnderTheStep() {
        Page page = open("/?from=softmax&step=1");
        assertThat(page.locator(".content > .instances [data-line='dp.out.1']")).isVisible();
        assertThat(page.locator(".content > .aside [data-line='dz.out.1']")).isVisible();
    }
}
