package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A network built on its drawing: heads with menus, − and +. */
class BuildOnDrawingBrowserTest extends BrowserTest {
    private static void sizesAre(Page page, String sizes) {
        assertThat(page.locator("svg.network"))
                .hasAttribute("aria-label", Pattern.compile(" " + sizes + ":"));
    }

    private static Locator control(Page page, String name) {
        return page.locator("svg.network [aria-label='" + name + "']");
    }

    @Test
    void theMenuOfALayerIsOpenedAndUsedByKeyboard() {
        Page page = open("/?sel=p.hid.1");
        page.locator("svg.network [tabindex='0']").first().focus();
        page.keyboard().press("ArrowUp");
        Locator head = control(page, "Layer hid, ReLU: change it");
        assertThat(head).isFocused();
        assertThat(head).hasAttribute("aria-haspopup", "menu");
        page.keyboard().press("Enter");
        Locator menu = page.getByRole(AriaRole.MENU);
        assertThat(menu).isVisible();
        assertThat(head).hasAttribute("aria-expanded", "true");
        page.keyboard().press("Escape");
        assertThat(menu).hasCount(0);
        assertThat(head).isFocused();
        assertThat(number(page, "p.hid.1")).hasText("0.61");
        head.click();
        assertThat(menu).isVisible();
        head.click();
        assertThat(menu).hasCount(0);
        page.keyboard().press("Enter");
        page.keyboard().press("t");
        page.keyboard().press("Enter");
        assertThat(control(page, "Layer hid, tanh: change it")).isFocused();
        assertThat(number(page, "z.hid.1")).hasText("0.54");
        page.keyboard().press("Enter");
        page.keyboard().press("End");
        page.keyboard().press("Enter");
        assertThat(control(page, "Layer out, sigmoid: change it")).isFocused();
        assertThat(number(page, "p.hid.1")).hasCount(0);
        page.keyboard().press("Control+z");
        page.keyboard().press("Control+z");
        assertThat(number(page, "z.hid.1")).hasText("0.61");
        assertThat(page.getByLabel("Undo")).isDisabled();
    }

    @Test
    void neuronsAndLayersAreAddedOnTheDrawing() {
        Page page = open("/");
        control(page, "One neuron more in hid").click();
        sizesAre(page, "2-3-2");
        control(page, "One input fewer").click();
        sizesAre(page, "1-3-2");
        assertThat(control(page, "One input fewer")).hasAttribute("aria-disabled", "true");
        control(page, "Add a layer before out").click();
        sizesAre(page, "1-3-3-2");
        assertThat(control(page, "Layer h1, ReLU: change it")).isFocused();
        number(page, "p.hid.2").click();
        control(page, "Layer hid, ReLU: change it").click();
        page.getByText("Remove neuron n₂").click();
        assertThat(input(page, "w.hid.2.1")).not().hasValue(typed("-0.94"));
        sizesAre(page, "1-2-3-2");
    }

    @Test
    void aLayerIsRenamedOnTheDrawing() {
        Page page = open("/");
        control(page, "Layer hid, ReLU: change it").click();
        page.getByText("Rename").click();
        Locator name = page.locator(".layer-name input");
        assertThat(name).isFocused();
        name.fill("out");
        name.press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("out is the name of another layer too.");
        assertThat(name).hasValue("out");
        name.fill("inner");
        name.press("Enter");
        assertThat(name).hasCount(0);
        assertThat(control(page, "Layer inner, ReLU: change it")).isFocused();
        assertThat(number(page, "p.inner.1")).hasText("0.61");
    }

    @Test
    void whatTheDrawingCannotDoIsExplainedBesideIt() {
        Page page = open("/");
        control(page, "Layer hid, ReLU: change it").click();
        page.getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName("softmax"))
                .click();
        Locator refusal = page.locator(".control-refusal");
        assertThat(refusal).containsText("Softmax is for the last layer only.");
        refusal.getByText("Dismiss").click();
        assertThat(refusal).hasCount(0);
        control(page, "Layer hid, ReLU: change it").click();
        page.getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName("softmax"))
                .click();
        refusal.getByText("Use softmax in out").click();
        assertThat(control(page, "Layer out, softmax: change it")).isVisible();
        assertThat(refusal).hasCount(0);
    }

    @Test
    void theControlsKeepBackUntilTheyAreWanted() {
        Page page = open("/");
        Locator control = control(page, "One neuron more in hid");
        assertThat(control).hasCSS("opacity", "0");
        page.locator("svg.network").hover();
        assertThat(control).hasCSS("opacity", "1");
        page.mouse().move(5, 5);
        assertThat(control).hasCSS("opacity", "0");
        page.locator("#tab-build").click();
        assertThat(control).hasCSS("opacity", "1");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(control).isHidden();
    }

    @Test
    void onAPhoneTheControlsAreThereAndLargeEnoughToTouch() {
        Page page =
                open(
                        "/",
                        new Browser.NewContextOptions()
                                .setViewportSize(390, 844)
                                .setHasTouch(true)
                                .setIsMobile(true));
        Locator more = control(page, "One neuron more in hid");
        assertThat(more).hasCSS("opacity", "1");
        double apart =
                more.boundingBox().x - control(page, "One neuron fewer in hid").boundingBox().x;
        assertThat(apart).isGreaterThanOrEqualTo(24);
        more.tap();
        sizesAre(page, "2-3-2");
    }

    @Test
    void whereTheDrawingIsTooNarrowForButtonsTheMenuHasThem() {
        Page page =
                open(
                        "/?v=1&n=1&l1=a:tanh:1&l2=b:tanh:1&l3=c:tanh:1&l4=d:tanh:1&l5=e:tanh:1"
                                + "&l6=f:tanh:1&x=1&y=0&opt=sgd:1",
                        new Browser.NewContextOptions().setViewportSize(390, 844));
        page.locator("svg.network").hover();
        assertThat(control(page, "One neuron more in c")).hasCount(0);
        control(page, "Layer c, tanh: change it").click();
        page.getByText("One neuron more in c").click();
        sizesAre(page, "1-1-1-2-1-1-1");
    }

    @Test
    void axeFindsNothingInAnOpenMenu() {
        Page page = open("/?tab=build");
        control(page, "Layer hid, ReLU: change it").click();
        assertThat(page.getByRole(AriaRole.MENU)).isVisible();
        axeFindsNothing(page);
    }
}
