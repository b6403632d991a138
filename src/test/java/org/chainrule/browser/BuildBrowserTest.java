package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Map;
import java.util.regex.Pattern;
import org.chainrule.engine.Activation;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.worksheet.Initialiser;
import org.chainrule.worksheet.Structure;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A network built in the form. */
class BuildBrowserTest extends BrowserTest {
    private static Locator field(Page page, String name) {
        return page.locator("build-form").getByLabel(name, exact());
    }

    private static Locator.GetByLabelOptions exact() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private static void fill(Page page, String name, String text) {
        field(page, name).fill(text);
        field(page, name).press("Enter");
    }

    private static void sizesAre(Page page, String sizes) {
        assertThat(page.locator("build-form h2")).containsText(sizes);
        assertThat(page.locator("svg.network"))
                .hasAttribute("aria-label", Pattern.compile(" " + sizes + ":"));
    }

    private static void tabTo(Page page, String name) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (name.equals(page.evaluate("document.activeElement.ariaLabel"))) {
                return;
            }
        }
        throw new AssertionError("Tab never reaches " + name);
    }

    @Test
    void theKeyboardAloneBuildsANetworkAndTakesItBack() {
        Page page = open("/");
        Map<String, String> before = numbers(page);
        page.locator("#tab-steps").focus();
        page.keyboard().press("ArrowRight");
        tabTo(page, "Neurons in hid");
        page.keyboard().type("3");
        page.keyboard().press("Enter");
        sizesAre(page, "2-3-2");
        tabTo(page, "One neuron fewer in out");
        page.keyboard().press("Enter");
        sizesAre(page, "2-3-1");
        assertThat(number(page, "p.hid.3")).isVisible();
        assertThat(page.locator("[data-q='y.2']")).hasCount(0);
        assertThat(number(page, "w.hid.2.1")).hasValue(typed("-0.94"));
        page.keyboard().press("Control+z");
        page.keyboard().press("Control+z");
        sizesAre(page, "2-2-2");
        page.locator("#tab-steps").click();
        assertThat(numbers(page)).isEqualTo(before);
        assertThat(page.getByLabel("Undo")).isDisabled();
    }

    @Test
    void theFocusFollowsALayerThatMovesAndStaysNearOneThatGoes() {
        Page page = open("/?tab=build");
        field(page, "Move hid towards the output").press("Enter");
        assertThat(field(page, "Move hid towards the input")).isFocused();
        assertThat(field(page, "Move hid towards the output")).isDisabled();
        field(page, "Remove hid").press("Enter");
        sizesAre(page, "2-2");
        assertThat(page.getByText("Add layer")).isFocused();
    }

    @Test
    void aBadEntryStaysWithItsReasonAndEscapeGivesItUp() {
        Page page = open("/?tab=build");
        fill(page, "Name of layer hid", "Hidden 1");
        Locator name = field(page, "Name of layer hid");
        assertThat(name).hasAttribute("aria-invalid", "true");
        assertThat(name).hasValue("Hidden 1");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("small letter");
        assertThat(name).hasAccessibleDescription(Pattern.compile("small letter"));
        name.press("Escape");
        assertThat(name).hasValue("hid");
        assertThat(name).not().hasAttribute("aria-invalid", "true");
        fill(page, "Name of layer hid", "Hidden 1");
        page.getByText("Call it hidden1").click();
        assertThat(field(page, "Name of layer hidden1")).hasValue("hidden1");
        assertThat(number(page, "p.hidden1.1")).hasText("0.61");
    }

    /**
     * An assertion that has to wait describes the whole page first, and this page has 125,000
     * elements: what is to come is waited for before.
     */
    @Test
    void twelveLayersOfSixtyFourAreRefusedWithTheReason() {
        Worksheet worksheet = Gallery.open("v=1&n=1&l1=out:relu:1&x=1&y=0&opt=sgd:0.1").worksheet();
        Initialiser drawn = View.INITIAL.initialiser();
        for (int l = 1; l <= 5; l++) {
            worksheet =
                    new Structure.AddLayer(l - 1, "h" + l, Activation.RELU, 64, true, drawn)
                            .apply(worksheet);
        }
        View view = View.INITIAL.withTab(View.Tab.BUILD);
        Page page = open(Permalink.link(Permalink.query(worksheet, view)));
        page.locator("build-form h2:has-text('1-64-64-64-64-64-1')").waitFor();
        page.locator("build-form .add").click();
        Locator refusal = page.locator("[id='refused.layers']");
        refusal.waitFor();
        assertThat(refusal).containsText("20,992 parameters; 20,000 at most");
        refusal.locator("button").click();
        page.locator("build-form h2:has-text('1-64-64-64-64-64-48-1')").waitFor();
        assertThat(refusal).hasCount(0);
    }

    @Test
    void theThirteenthLayerIsRefusedWithTheReason() {
        StringBuilder link = new StringBuilder("/?tab=build&v=1&n=1&x=1&y=0&opt=sgd:0.1");
        for (int l = 1; l <= 12; l++) {
            link.append("&l").append(l).append("=a").append(l).append(":tanh:1");
        }
        Page page = open(link.toString());
        page.getByText("Add layer").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("A network has 12 layers at most.");
    }

    @Test
    void whatMakesNoSenseIsExplainedWithAWayOut() {
        Page page = open("/?tab=build");
        field(page, "Activation of out").selectOption("identity");
        field(page, "Loss").selectOption("cross-entropy");
        assertThat(page.locator(".said")).containsText("must lie between 0 and 1");
        page.getByText("Use softmax in out").click();
        assertThat(page.locator(".said")).hasCount(0);
        assertThat(field(page, "Activation of out")).hasValue("softmax");
        field(page, "Activation of hid").selectOption("softmax");
        assertThat(page.locator(".said")).containsText("Softmax is for the last layer");
        assertThat(field(page, "Activation of hid")).hasAttribute("aria-invalid", "true");
        page.getByText("Use sigmoid in hid").click();
        assertThat(field(page, "Activation of hid")).hasValue("sigmoid");
    }

    @Test
    void theLinkCarriesTheSeedThatDrewTheWeights() {
        Page page = open("/?tab=build");
        field(page, "Initialiser").selectOption("he");
        fill(page, "Seed", "7");
        page.getByText("Randomise all").click();
        page.waitForURL(Pattern.compile("^(?!.*0\\.19,0\\.42).*init=he:7"));
        Page other = open(page.url().substring(page.url().indexOf("/?")));
        assertThat(field(other, "Seed")).hasValue("7");
        other.getByText("Randomise all").click();
        assertThat(field(other, "Seed")).hasValue("8");
    }

    @Test
    void whatIsTooLargeForPaperBecomesExactAndSaysSo() {
        Page page = open("/?tab=build");
        fill(page, "Number of inputs", "64");
        fill(page, "Neurons in hid", "8");
        assertThat(page.locator(".notice")).containsText("the arithmetic is exact now");
        assertThat(page.getByLabel("Exact")).isChecked();
        page.getByLabel("As on paper").check();
        assertThat(page.locator(".notice")).containsText("as on paper takes 500 at most");
        page.getByLabel("Undo").click();
        assertThat(page.getByLabel("As on paper")).isChecked();
    }

    @Test
    void germanIsSpokenInTheForm() {
        Page page = open("/?tab=build", new Browser.NewContextOptions().setLocale("de-DE"));
        fill(page, "Neuronen in hid", "0");
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("Eine Schicht hat 1 bis 64 Neuronen, nicht 0.");
        fill(page, "Lernrate", "0,5");
        assertThat(input(page, "lr")).hasValue("0,5");
        assertThat(page.getByText("8 von 20.000 Parametern")).isVisible();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axeFindsNothingInTheForm(ColorScheme theme) {
        Page page =
                open(
                        "/?tab=build&v=1&n=1&l1=out:identity:1&x=1&y=0&loss=cross-entropy&opt=sgd:0",
                        new Browser.NewContextOptions()
                                .setColorScheme(theme)
                                .setReducedMotion(ReducedMotion.REDUCE));
        fill(page, "Neurons in out", "0");
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        axeFindsNothing(page);
    }

    @Test
    void theFormFitsAPhone() {
        Page page =
                open(
                        "/?tab=build&v=1&n=1&l1=averylongnam:leaky-relu:1&b1=1&x=1&y=0&opt=adam:1:0:0:0",
                        new Browser.NewContextOptions().setViewportSize(390, 844));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        assertThat((Boolean) page.evaluate(CUT_OFF)).isFalse();
    }

    /** Whether anything of the form lies outside of it. */
    private static final String CUT_OFF =
            """
            (() => {
              const form = document.querySelector('build-form').getBoundingClientRect();
              return [...document.querySelectorAll('build-form *')].some(
                (e) => e.getBoundingClientRect().right > form.right + 0.5);
            })()\
            """;
}
