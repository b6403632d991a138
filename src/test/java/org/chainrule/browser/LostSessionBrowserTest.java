package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done first after the server has forgotten the session, or the page. */
class LostSessionBrowserTest extends BrowserTest {
    private static final String CARRIED = "Your last entry was taken over";
    private static final String DROPPED = "What you did last was not taken";

    /** The server knows nothing of the browser any more. */
    private static void forget(Page page) {
        settled(page);
        page.context()
                .addCookies(
                        List.of(
                                new Cookie("JSESSIONID", "unknown")
                                        .setUrl(page.url().split("[?#]")[0])));
    }

    /** The server has closed the page, as after missed heartbeats, and has the session still. */
    private static void giveUp(Page page) {
        page.waitForResponse(
                response -> response.url().contains("v-r=uidl"),
                () -> page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))"));
    }

    private static void says(Page page, String message) {
        assertThat(page.locator(".notice")).containsText(message);
    }

    @Test
    void aTypedNumberIsCarriedOverOnce() {
        Page page = open("/");
        type(page, "w.hid.1.1", "0.5");
        page.waitForURL(Pattern.compile("0\\.5,0\\.42"));
        forget(page);
        type(page, "w.hid.1.2", "0.77");
        says(page, CARRIED);
        assertThat(input(page, "w.hid.1.2")).hasValue(typed("0.77"));
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.5"));
        page.getByLabel("Undo").click();
        assertThat(input(page, "w.hid.1.2")).hasValue(typed("0.42"));
        assertThat(page.getByLabel("Undo")).isDisabled();
        page.waitForURL(Pattern.compile("0\\.5,0\\.42"));
        page.reload();
        assertThat(input(page, "w.hid.1.2")).hasValue(typed("0.42"));
        assertThat(page.locator(".notice")).hasText("");
    }

    @Test
    void aNudgeIsMadeOnce() {
        Page page = open("/");
        forget(page);
        input(page, "w.hid.1.1").press("Alt+ArrowUp");
        says(page, CARRIED);
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.2"));
    }

    @Test
    void whatCannotBeReadIsKeptWithItsReason() {
        Page page = open("/");
        forget(page);
        type(page, "w.hid.1.1", "abc");
        says(page, CARRIED);
        assertThat(input(page, "w.hid.1.1")).hasValue("abc");
        assertThat(input(page, "w.hid.1.1")).hasAttribute("aria-invalid", "true");
    }

    @Test
    void aFileIsOpenedOnce() {
        Page page = open("/");
        forget(page);
        byte[] file =
                "{\"0.weight\": [[1, 2], [3, 4]], \"2.weight\": [[5, 6], [7, 8]]}"
                        .getBytes(StandardCharsets.UTF_8);
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("weights.json", "application/json", file));
        says(page, CARRIED);
        assertThat(input(page, "w.out.2.2")).hasValue(typed("8"));
    }

    @Test
    void aSampleOfALongLinkIsCarriedOver() {
        String numbers =
                IntStream.range(0, 900)
                        .mapToObj(i -> "0.123" + (1000 + i))
                        .collect(Collectors.joining(";"));
        String link = "/#v=1&n=1&l1=out:identity:2&x=%s&y=%s&opt=sgd:0.1&tab=data";
        Page page = open(link.formatted(numbers, numbers));
        var cell = page.locator("sample-table input").first();
        assertThat(cell).hasValue("0.1231");
        forget(page);
        cell.fill("0.75");
        cell.press("Enter");
        says(page, CARRIED);
        assertThat(cell).hasValue("0.75");
    }

    @Test
    void aChoiceThatWasNotHeardIsSaidSo() {
        Page page = open("/");
        forget(page);
        choose(page, "Language", "Deutsch");
        says(page, DROPPED);
        says(page, "undo begins anew");
        choose(page, "Language", "Deutsch");
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertThat(page.locator(".notice")).hasText("");
    }

    @Test
    void aButtonThatWasNotHeardIsSaidSo() {
        Page page = open("/");
        type(page, "w.hid.1.1", "0.5");
        page.waitForURL(Pattern.compile("0\\.5,0\\.42"));
        forget(page);
        page.getByLabel("Undo").dispatchEvent("click");
        says(page, DROPPED);
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.5"));
        assertThat(page.getByLabel("Undo")).isDisabled();
    }

    @Test
    void aPageThatTheServerGaveUpHasItsHistoryAndTheEntry() {
        Page page = open("/");
        type(page, "w.hid.1.1", "0.5");
        page.waitForURL(Pattern.compile("0\\.5,0\\.42"));
        giveUp(page);
        type(page, "w.hid.1.2", "0.77");
        assertThat(input(page, "w.hid.1.2")).hasValue(typed("0.77"));
        assertThat(number(page, "p.hid.1")).hasText("1.27");
        assertThat(page.locator(".notice")).hasText("");
        page.getByLabel("Undo").click();
        assertThat(number(page, "p.hid.1")).hasText("0.92");
        page.getByLabel("Undo").click();
        assertThat(number(page, "p.hid.1")).hasText("0.61");
    }

    @Test
    void aButtonOnSuchAPageIsSaidToBeUnheard() {
        Page page = open("/");
        type(page, "w.hid.1.1", "0.5");
        page.waitForURL(Pattern.compile("0\\.5,0\\.42"));
        giveUp(page);
        page.getByLabel("Undo").click();
        says(page, DROPPED);
        page.getByLabel("Undo").click();
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.19"));
    }

    @Test
    void whereTheBrowserSendsNoCookieThePageSaysSoAndHasTheEntryAfterwards() {
        Page page = open("/");
        page.context().clearCookies();
        type(page, "w.hid.1.2", "0.77");
        assertThat(page.locator(".v-system-error")).containsText("needs a cookie");
        page.locator(".v-system-error").click();
        says(page, CARRIED);
        assertThat(input(page, "w.hid.1.2")).hasValue(typed("0.77"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "button"})
    void inGermanToo(String deed) {
        Page page = open("/", new Browser.NewContextOptions().setLocale("de-DE"));
        forget(page);
        if (deed.equals("type")) {
            type(page, "w.hid.1.1", "0,5");
            says(page, "Ihre letzte Eingabe wurde in eine neue übernommen");
        } else {
            page.locator(".steps [data-step='3']").click();
            says(page, "Ihr letzter Schritt wurde nicht übernommen");
        }
    }

    @Test
    void aReloadByTheReaderSaysNothingAndRepeatsNothing() {
        Page page = open("/");
        input(page, "w.hid.1.1").press("Alt+ArrowUp");
        page.waitForURL(Pattern.compile("0\\.2,0\\.42"));
        page.reload();
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.2"));
        forget(page);
        page.reload();
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.2"));
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("");
        assertThat(page.locator(".notice")).hasText("");
    }
}
