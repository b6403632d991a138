package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page says while nobody hears it. */
class ConnectionBrowserTest extends BrowserTest {
    private static final Pattern ALL = Pattern.compile(".*");

    @ParameterizedTest
    @CsvSource({
        "en-GB, Reconnecting …, 0.5",
        "de-DE, Die Verbindung wird wiederhergestellt …, '0,5'"
    })
    void sayItInItsOwnLanguageAndNoLongerThanItIsTrue(String locale, String says, String entry) {
        Page page = open("/", desk().setLocale(locale));
        Locator line = page.locator(".connection");
        type(page, "w.hid.1.1", "1");
        assertThat(number(page, "p.hid.1")).hasText(Pattern.compile("1[.,]42"));
        assertThat(line).isEmpty();
        page.route(ALL, Route::abort);
        type(page, "w.hid.1.1", entry);
        assertThat(line).hasText(says);
        axeFindsNothing(page);
        page.unroute(ALL);
        assertThat(line).isEmpty();
        assertThat(number(page, "p.hid.1")).hasText(Pattern.compile("0[.,]92"));
        wasNotHeard();
    }
}
