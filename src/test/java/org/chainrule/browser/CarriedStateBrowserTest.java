package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an optimizer keeps, chosen, shown, carried on and taken back. */
class CarriedStateBrowserTest extends BrowserTest {
    private static final String ADAM =
            "/?v=1&n=2&l1=out:identity:0.5,-0.3&b1=0.1&x=1,2&y=1&opt=adam:0.1:0.9:0.999:1e-8";

    private static Locator line(Page page, String address) {
        return page.locator("[data-line='" + address + "']");
    }

    private static void has(Page page, String part) {
        assertThat(page).hasURL(Pattern.compile(part));
    }

    @Test
    void itIsChosenBesideTheOptimizer() {
        Page page = open(ADAM + "&tab=build");
        Locator choice = page.locator("build-form").getByLabel("Every update");
        assertThat(choice).hasValue("zero");
        choice.selectOption("carried");
        has(page, "&state=0(&|$)");
        choice.selectOption("zero");
        assertThat(page).not().hasURL(Pattern.compile("state="));
    }

    @Test
    void theUpdateShowsItAndApplyingCarriesItOnInOneStep() {
        Page page = open(ADAM + "&state=2:m:-0.2,-0.4!-0.2:v:0.004,0.016!0.004&step=5&lang=en");
        assertThat(line(page, "nm.out.1.2")).containsText("−0.7600");
        assertThat(line(page, "vh.out.1.2")).containsText("10.6720");
        assertThat(line(page, "mh.out.1")).containsText("−1.4022");
        page.locator("button.pri", new Page.LocatorOptions().setHasText("Apply update")).click();
        has(page, "&state=3:m:-0\\.38,-0\\.76!-0\\.38:v:");
        page.keyboard().press("Control+z");
        has(page, "&state=2:m:-0\\.2,-0\\.4!-0\\.2:v:0\\.004");
        has(page, "l1=out:identity:0\\.5,-0\\.3&");
    }

    @Test
    void anUpdateOfARunGoesOnFromItAndLeavesIt() {
        Page page = open(ADAM + "&state=2:m:-0.2,-0.4!-0.2:v:0.004,0.016!0.004&tab=train&lang=en");
        page.locator("[data-do='update']").click();
        // A run adds its products in one rounding.
        has(
                page,
                "l1=out:identity:0\\.5858462550509.*"
                        + "&state=3:m:-0\\.3(8|79{9,}[0-9]*),-0\\.7(6|59{9,}[0-9]*)!");
    }
}
