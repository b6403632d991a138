package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Toy data: looked at first, and on the worksheet only when asked for. */
class ToyDataBrowserTest extends BrowserTest {
    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator noise(Page page) {
        return page.getByLabel("Noise");
    }

    private static String drawn(Page page) {
        return page.locator(".made .dots").first().getAttribute("d");
    }

    private static void rows(Page page, int count) {
        assertThat(page.locator("[role=grid]"))
                .hasAttribute("aria-rowcount", Integer.toString(count + 1));
    }

    @Test
    void spiralsAreChosenByTheMouseUsedAndTakenBackAsOneStep() {
        Page page = open("/?tab=data");
        Map<String, String> before = numbers(page);
        page.locator(".kind", new Page.LocatorOptions().setHasText("Two spirals")).click();
        assertThat(page.locator("toy-plot [role=img]"))
                .hasAttribute("aria-label", "194 samples of two classes over x₁ and x₂");
        String published = drawn(page);
        BoundingBox box = noise(page).boundingBox();
        page.mouse().move(box.x + 8, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.waitForCondition(() -> !drawn(page).equals(published));
        assertThat(page.url()).doesNotContain("0.2");
        page.mouse().up();
        page.waitForURL(Pattern.compile("toy=spirals:194:0\\.2[3-7]?:1"));
        assertThat(numbers(page)).isEqualTo(before);
        rows(page, 1);
        button(page, "Use these samples").click();
        rows(page, 194);
        assertThat(page.locator(".toy .used")).hasText("✓ These are the worksheet’s samples.");
        page.getByLabel("Undo").click();
        rows(page, 1);
        assertThat(page.getByLabel("Undo")).isDisabled();
        assertThat(numbers(page)).isEqualTo(before);
        assertThat(page.getByLabel("Two spirals")).isChecked();
    }

    @Test
    void everythingIsThereByKeyboard() {
        Page page = open("/?tab=data");
        page.getByLabel("XOR").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.getByLabel("Circle")).isChecked();
        page.waitForURL(Pattern.compile("toy=circle:100:0:1"));
        page.keyboard().press("Tab");
        page.keyboard().type("30");
        page.keyboard().press("Tab");
        assertThat(noise(page)).isFocused();
        page.keyboard().press("ArrowRight");
        assertThat(noise(page)).hasAttribute("aria-valuetext", "0.01");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("toy=circle:30:0\\.01:2"));
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        rows(page, 30);
    }

    @Test
    void whatCannotBeStaysInItsFieldWithTheReason() {
        Page page = open("/?tab=data");
        Locator count = page.locator("[aria-describedby='toy-count']");
        count.fill("2000");
        count.press("Enter");
        assertThat(count).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#toy-count")).hasText("A whole number from 4 to 1,000.");
        assertThat(count).hasValue("2000");
        count.fill("8");
        count.press("Enter");
        page.waitForURL(Pattern.compile("toy=xor:8:0:1"));
        assertThat(page.locator("#toy-count")).isHidden();
    }

    @Test
    void aNetworkThatDoesNotFitIsAdaptedInOneStep() {
        Page page = open("/?tab=data&toy=line:20:0.1:3");
        assertThat(page.locator(".misfits"))
                .containsText("Inputs: the network has 2, these samples have 1.");
        assertThat(page.locator(".misfits"))
                .containsText("Outputs: the network has 2, these samples want 1.");
        assertThat(page.locator(".misfits")).containsText("sigmoid never gives that");
        assertThat(button(page, "Use these samples")).isHidden();
        button(page, "Adapt the network and use").click();
        rows(page, 20);
        assertThat(page.locator(".misfits")).isHidden();
        assertThat(button(page, "Use these samples")).isFocused();
        assertThat(input(page, "w.hid.2.1")).hasValue(typed("-0.94"));
        assertThat(input(page, "w.out.1.2")).hasValue(typed("-2.2"));
        assertThat(input(page, "x.2")).hasCount(0);
        page.getByLabel("Undo").click();
        assertThat(input(page, "x.2")).hasValue("1");
        assertThat(page.getByLabel("Undo")).isDisabled();
    }

    @Test
    void theMapOfATrainedNetworkHasThem() {
        Page page = open("/?tab=data&toy=gaussians:200:0:5");
        button(page, "Use these samples").click();
        rows(page, 200);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Train")).click();
        assertThat(page.locator("output-map .map .dot")).hasCount(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE"})
    void axeFindsNothing(String language) {
        Page page = open("/?tab=data&toy=plane:60:0.1:3", desk().setLocale(language));
        assertThat(page.locator(".misfits")).isVisible();
        assertThat(page.locator(".toy h3"))
                .hasText(language.startsWith("de") ? "Übungsdaten" : "Toy data");
        axeFindsNothing(page);
    }

    @Test
    void aPhoneHasItInOneColumn() {
        Page page =
                open(
                        "/?tab=data&toy=spirals:194:0.1:1",
                        new Browser.NewContextOptions()
                                .setLocale("en-GB")
                                .setViewportSize(390, 844));
        assertThat(page.locator(".made toy-plot svg").first()).isVisible();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }
}
