package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The page on a telephone, whose keyboard is chosen by a field's attributes: a number's pad has no
 * minus and no e.
 */
class PhoneBrowserTest extends BrowserTest {
    private static final String NETWORK =
            "/?v=1&n=2&l1=hid:leaky-relu~0.2:0.19,0.42;-0.94,0.3&b1=0.1,0.2"
                    + "&l2=out:sigmoid:-1.4,-2.2&b2=0.3&x=1,1;2,0&y=0;1&opt=adam:0.1:0.9:0.999:1e-8"
                    + "&init=constant:0.5&tab=";

    enum Phone {
        IPHONE(
                390,
                664,
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"),
        ANDROID(
                412,
                839,
                "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36");

        private final int width;
        private final int height;
        private final String agent;

        Phone(int width, int height, String agent) {
            this.width = width;
            this.height = height;
            this.agent = agent;
        }

        Browser.NewContextOptions options() {
            return new Browser.NewContextOptions()
                    .setLocale("en-GB")
                    .setViewportSize(width, height)
                    .setUserAgent(agent)
                    .setIsMobile(true)
                    .setHasTouch(true);
        }
    }

    /** Counts, seeds, and bounds of J and of a norm: none of them is ever negative. */
    private static final String NEVER_NEGATIVE =
            "[data-plan], [data-act=size], [data-act=seed], .sample-stepper input, [aria-describedby^=toy-]";

    @ParameterizedTest
    @EnumSource
    void noFieldThatMayBeNegativeAsksForAPadWithoutAMinus(Phone phone) {
        for (String tab : List.of("steps", "build", "data", "train")) {
            Page page = open(NETWORK + tab, phone.options());
            settled(page);
            List<?> fields =
                    (List<?>)
                            page.locator(
                                            "input:is(:not([type]), [type=text], [type=number], [type=tel])")
                                    .evaluateAll(
                                            """
                                            (all, never) => all
                                              .filter((e) => !e.matches(never) && (e.inputMode || e.type !== 'text'))
                                              .map((e) => e.outerHTML)\
                                            """,
                                            NEVER_NEGATIVE);
            assertThat(fields).as(tab).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void negativeNumbersAreTypedByTouch(Phone phone) {
        Page page = open(NETWORK + "data", phone.options());
        for (String address : List.of("w.hid.1.1", "b.hid.1", "x.1", "y.1")) {
            tapped(page, input(page, address), "-0.5", "-0.5");
        }
        assertThat(number(page, "p.hid.1")).hasText("0.1700");
        tapped(page, page.locator("[data-cell='1:0']"), "-1e-3", "-0.001");
        assertThat(input(page, "x.1")).hasValue(typed("-0.5"));
        Page build = open(NETWORK + "build", phone.options());
        tapped(build, build.locator("input[data-act=constant]"), "-0.25", "-0.25");
    }

    private static void tapped(Page page, Locator field, String text, String value) {
        field.scrollIntoViewIfNeeded();
        field.tap();
        assertThat(field).isFocused();
        page.keyboard().press("Control+a");
        page.keyboard().type(text);
        page.keyboard().press("Enter");
        assertThat(field).hasValue(typed(value));
    }
}
