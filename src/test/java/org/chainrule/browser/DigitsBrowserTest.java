package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fields hold their number with all digits, and show those that were chosen. */
class DigitsBrowserTest extends BrowserTest {
    /** Parameters as training leaves them, and samples as tables bring them. */
    private static final String TRAINED =
            "/?v=1&n=2&l1=hid:tanh:3.324830999721636,-1.2879999999999998;-0.94,1e-17"
                    + "&b1=0.1,-0.30000000000000004&l2=out:sigmoid:-1.4,6.02214076e23"
                    + "&x=0.3333333333333333,1;0.12345678901,0.5&y=0;0.6666666666666666"
                    + "&opt=sgd:0.07142857142857142&tab=data";

    private static List<?> seen(Page page) {
        return (List<?>)
                page.evaluate(
                        """
                        () => [...document.querySelectorAll('weight-grid [data-brief]')].map(
                          (entry) => [
                            getComputedStyle(entry, '::before').content,
                            getComputedStyle(entry.firstElementChild).color,
                            entry.title,
                          ].join(' '))\
                        """);
    }

    @Test
    void whatIsLeftUntouchedStaysBitForBit() {
        Page page = open(TRAINED);
        String link = page.url();
        String before = numbers(page).toString();
        Locator fields = page.locator("input[data-q], input[data-cell]");
        for (Locator field : fields.all()) {
            String text = field.inputValue();
            field.focus();
            assertThat(field).hasValue(text);
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            field.dblclick();
            field.blur();
            assertThat(field).hasValue(text);
        }
        fields.first().focus();
        for (int i = 0; i < fields.count() + 20; i++) {
            page.keyboard().press("Tab");
        }
        settled(page);
        assertThat(numbers(page).toString()).isEqualTo(before);
        assertThat(page.url().replaceAll("&sel=[^&]*", "")).isEqualTo(link);
        assertThat(page.getByLabel("Undo")).isDisabled();
    }

    @Test
    void theChosenDecimalsAreSeenAndAllDigitsWithTheFocusOrPointedAt() {
        Page page = open(TRAINED);
        String clear = "rgba(0, 0, 0, 0)";
        assertThat(seen(page).subList(0, 2))
                .isEqualTo(
                        List.of(
                                "\"3.3248\" " + clear + " 3.324830999721636",
                                "\"−1.2880\" " + clear + " −1.2879999999999998"));
        input(page, "w.hid.1.1").focus();
        assertThat(seen(page).getFirst().toString()).startsWith("none rgb(");
        assertThat(input(page, "w.hid.1.1")).hasValue("3.324830999721636");
        assertThat(input(page, "lr")).hasValue("0.07142857142857142");
        assertThat(page.locator("[data-brief]:has([data-q=lr])"))
                .hasAttribute("data-brief", "0.0714");
        assertThat(page.locator("[data-brief]:has([data-cell='0:0'])"))
                .hasAttribute("data-brief", "0.3333");
    }

    @Test
    void onPaperAFieldHasTheZerosOfTheDrawingAndTheMinusOfTheFormulas() {
        Page page = open("/");
        assertThat(input(page, "w.hid.2.2")).hasValue("0.30");
        assertThat(input(page, "w.out.1.1")).hasValue("−1.40");
        type(page, "w.out.1.1", "-2.5");
        assertThat(input(page, "w.out.1.1")).hasValue("−2.50");
        type(page, "w.out.1.1", "−2.25");
        assertThat(input(page, "w.out.1.1")).hasValue("−2.25");
        type(page, "w.out.1.1", "1/3");
        assertThat(input(page, "w.out.1.1")).hasValue("0.3333333333333333");
        assertThat(page.locator("[data-brief]:has([data-q='w.out.1.1'])"))
                .hasAttribute("data-brief", "0.33");
    }

    @Test
    void germanFieldsHaveACommaAndAMinus() {
        Page page = open("/", new Browser.NewContextOptions().setLocale("de-DE"));
        assertThat(input(page, "w.out.1.1")).hasValue("−1,40");
        type(page, "w.out.1.1", "-2/3");
        assertThat(page.locator("[data-brief]:has([data-q='w.out.1.1'])"))
                .hasAttribute("data-brief", "−0,67");
        assertThat(input(page, "w.out.1.1")).hasValue("−0,6666666666666666");
    }
}
