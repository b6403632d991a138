package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.chainrule.runs.TrainingThreads;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The network trained on the server, and followed on the page. */
class TrainBrowserTest extends BrowserTest {
    private static final String XOR =
            "/?v=1&n=2&l1=hid:tanh:0.5,-0.6;-0.7,0.4;0.3,0.8&b1=0,0.1,-0.1"
                    + "&l2=out:sigmoid:0.9,-0.5,0.4&b2=0.2&x=0,0;0,1;1,0;1,1&y=0;1;1;0&opt=sgd:2"
                    + "&tab=train";

    /** A run of minutes: every sample fifty times. */
    private static final String ENDLESS =
            XOR.replace("x=0,0;0,1;1,0;1,1", "x=" + "0,0;0,1;1,0;1,1;".repeat(50) + "0,0")
                            .replace("y=0;1;1;0", "y=" + "0;1;1;0;".repeat(50) + "0")
                    + "&run=1000000,1,1";

    @Autowired private TrainingThreads threads;

    private static void press(Page page, String what) {
        page.locator("[data-do='" + what + "']").click();
    }

    private static Locator said(Page page) {
        return page.locator(".train .sentence");
    }

    private static Locator slider(Page page) {
        return page.locator("run-slider input");
    }

    @Test
    void xorIsLearned() {
        Page page = open(XOR);
        press(page, "play");
        assertThat(said(page)).containsText("Finished: all 1,000 epochs are done.");
        assertThat(page.locator("p.now")).containsText("J = 0.0005");
        assertThat(number(page, "J")).hasText("0.0005");
        page.getByLabel("Undo").click();
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.5"));
        assertThat(page.getByLabel("Undo")).isDisabled();
    }

    @Test
    void theCurvesAreReadWhereThePageStands() {
        Page page = open(XOR + "&run=500,0,1");
        press(page, "play");
        assertThat(said(page)).containsText("Finished");
        Locator readings = page.locator("run-chart .reading");
        assertThat(readings.first()).containsText("epoch 500:");
        slider(page).fill("10");
        assertThat(slider(page)).hasAttribute("aria-valuetext", "epoch 10 of 500");
        for (Locator reading : readings.all()) {
            assertThat(reading).containsText("epoch 10:");
        }
    }

    @Test
    void aRunThatIsRepeatedGivesTheSameNumbers() {
        Page page = open(XOR + "&run=500,3,7");
        press(page, "play");
        assertThat(said(page)).containsText("Finished");
        String weight = input(page, "w.hid.1.1").inputValue();
        page.getByLabel("Undo").click();
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.5"));
        press(page, "again");
        assertThat(input(page, "w.hid.1.1")).hasValue(weight);
        assertThat(slider(page)).hasAttribute("aria-valuetext", "epoch 500 of 500");
        page.getByLabel("Undo").click();
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.5"));
    }

    @Test
    void oneUpdateGivesTheNumbersThatThePageShowedForIt() {
        Page page = open(XOR);
        String after = number(page, "nw.hid.2.1").textContent();
        press(page, "update");
        assertThat(said(page)).containsText("Paused: epoch 1 of 1,000");
        assertThat(page.locator("g.label[data-ref='w.hid.2.1'] text")).hasText(after);
    }

    @Test
    void anyEpochIsThereAgainAndUndoReturns() {
        Page page = open(XOR);
        for (int i = 1; i <= 3; i++) {
            press(page, "epoch");
            assertThat(said(page)).containsText("Paused: epoch " + i);
        }
        assertThat(slider(page)).hasValue("3");
        String third = input(page, "w.out.1.2").inputValue();
        press(page, "play");
        assertThat(said(page)).containsText("Finished");
        assertThat(slider(page)).hasValue("1000");
        String last = input(page, "w.out.1.2").inputValue();
        slider(page).focus();
        page.keyboard().press("Home");
        assertThat(input(page, "w.out.1.2")).hasValue(typed("-0.5"));
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("ArrowRight");
        }
        assertThat(slider(page)).hasAttribute("aria-valuetext", "epoch 3 of 1,000");
        assertThat(input(page, "w.out.1.2")).hasValue(third);
        page.getByLabel("Undo").click();
        assertThat(input(page, "w.out.1.2")).hasValue(last);
        assertThat(slider(page)).hasValue("1000");
    }

    @Test
    void aRunPausesAndGoesOn() {
        Page page = open(ENDLESS);
        press(page, "play");
        assertThat(said(page)).hasText("Running.");
        assertThat(page.locator("[data-do='play']")).hasText("Pause");
        press(page, "play");
        assertThat(said(page)).containsText("Paused: epoch");
        assertThat(page.locator("[data-do='play']")).hasText("▶ Continue");
        press(page, "stop");
        assertThat(said(page)).containsText("Stopped: epoch");
        assertThat(page.locator("[data-do='stop']")).isDisabled();
    }

    @Test
    void aReloadMeetsTheRunThatGoesOn() {
        Page page = open(ENDLESS);
        type(page, "w.hid.1.1", "0.25");
        page.waitForURL(Pattern.compile("0\\.25,-0\\.6"));
        press(page, "play");
        assertThat(said(page)).hasText("Running.");
        page.waitForCondition(() -> !input(page, "w.hid.1.1").inputValue().equals("0.25"));
        page.reload();
        assertThat(said(page)).hasText("Running.");
        assertThat(page.locator("run-chart [role='slider']").first()).isVisible();
        String met = slider(page).getAttribute("aria-valuetext");
        assertThat(slider(page)).not().hasAttribute("aria-valuetext", met);
        press(page, "play");
        assertThat(said(page)).containsText("Paused: epoch");
        assertThat(slider(page)).not().hasValue("0");
        press(page, "stop");
        assertThat(said(page)).containsText("Stopped: epoch");
        assertThat(input(page, "w.hid.1.1")).not().hasValue(typed("0.25"));
        page.getByLabel("Undo").click();
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.25"));
        page.getByLabel("Undo").click();
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.5"));
        assertThat(page.getByLabel("Undo")).isDisabled();
    }

    @Test
    void aReloadMeetsTheRunWhateverWasLookedAtMeanwhile() {
        Page page = open(ENDLESS);
        press(page, "play");
        assertThat(said(page)).hasText("Running.");
        page.waitForCondition(() -> !input(page, "w.hid.1.1").inputValue().equals("0.5"));
        page.locator("#tab-steps").click();
        page.waitForURL(address -> !address.contains("tab=train"));
        page.reload();
        assertThat(input(page, "w.hid.1.1")).not().hasValue(typed("0.5"));
        String met = input(page, "w.hid.1.1").inputValue();
        assertThat(input(page, "w.hid.1.1")).not().hasValue(met);
        page.locator("#tab-train").click();
        assertThat(said(page)).hasText("Running.");
        assertThat(threads.runs()).isEqualTo(1);
        page.getByLabel("Undo").click();
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.5"));
        assertThat(said(page)).containsText("Paused: epoch");
    }

    @Test
    void aReloadAfterARunMeetsItsCurvesAndItsEpochs() {
        Page page = open(XOR);
        press(page, "play");
        assertThat(said(page)).containsText("Finished");
        String last = input(page, "w.out.1.2").inputValue();
        settled(page);
        page.waitForURL(address -> !address.contains("0.9,-0.5"));
        page.reload();
        assertThat(said(page)).containsText("Finished");
        assertThat(page.locator("run-chart")).not().hasCount(0);
        assertThat(slider(page)).hasValue("1000");
        assertThat(input(page, "w.out.1.2")).hasValue(last);
        slider(page).focus();
        page.keyboard().press("Home");
        assertThat(input(page, "w.out.1.2")).hasValue(typed("-0.5"));
        page.getByLabel("Undo").click();
        assertThat(input(page, "w.out.1.2")).hasValue(last);
        page.getByLabel("Undo").click();
        assertThat(input(page, "w.out.1.2")).hasValue(typed("-0.5"));
        assertThat(page.getByLabel("Undo")).isDisabled();
    }

    @Test
    void aRunEndsWithItsTabAndTheOthersGoOn() {
        Page page = open(ENDLESS);
        Page second = beside(page, ENDLESS);
        press(page, "play");
        press(second, "play");
        assertThat(said(second)).hasText("Running.");
        page.waitForCondition(() -> threads.runs() == 2);
        second.close();
        page.waitForCondition(() -> threads.runs() == 1);
        assertThat(said(page)).hasText("Running.");
        page.navigate("about:blank");
        page.waitForCondition(() -> threads.runs() == 0);
    }

    @Test
    void anotherTabIsEditedWhileARunGoesOn() {
        Page page = open(ENDLESS);
        Page second = beside(page, "/");
        press(page, "play");
        type(second, "w.hid.1.1", "0.29");
        assertThat(number(second, "p.hid.1")).hasText("0.71");
        assertThat(said(page)).hasText("Running.");
    }

    @Test
    void aWorksheetThatIsChangedPausesTheRunWhichBelongsToAnother() {
        Page page = open(ENDLESS);
        press(page, "play");
        assertThat(said(page)).hasText("Running.");
        type(page, "w.hid.1.1", "0.25");
        assertThat(said(page)).containsText("Paused");
        assertThat(page.locator(".outlook")).containsText("The worksheet has changed");
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.25"));
        page.getByLabel("Undo").click();
        assertThat(page.locator(".outlook")).hasText("");
        assertThat(page.locator("[data-do='play']")).hasText("▶ Continue");
    }

    @Test
    void aRunThatDivergesNamesItsNumber() {
        Page page = open(XOR.replace("out:sigmoid", "out:identity").replace("sgd:2", "sgd:1000"));
        press(page, "play");
        assertThat(said(page))
                .containsText(
                        Pattern.compile(
                                "Diverged in epoch \\d+: the first number that overflowed"));
        assertThat(input(page, "w.hid.1.1")).hasValue(Pattern.compile("-?[0-9.e-]+"));
        page.locator(".culprit").click();
        assertThat(page).hasURL(Pattern.compile("[?&]sel="));
    }

    @Test
    void whatIsTypedWrongIsSaidInPlace() {
        Page page = open(XOR);
        Locator epochs = page.locator("[data-plan='epochs']");
        epochs.fill("lots");
        epochs.press("Enter");
        assertThat(page.locator("#plan-epochs")).containsText("A whole number from 1");
        assertThat(epochs).hasValue("lots");
        epochs.fill("20");
        epochs.press("Enter");
        assertThat(page.locator("#plan-epochs")).hasText("");
        assertThat(page).hasURL(Pattern.compile("[?&]run=20,0,1"));
        page.getByLabel("J below").fill("0.26");
        page.getByLabel("J below").press("Enter");
        press(page, "play");
        assertThat(said(page)).containsText("is below 0.26.");
    }

    @Test
    void aRunThatIsTooLongIsRefusedWithTheReason() {
        String samples = "&x=" + "0,0;".repeat(999) + "1,1&y=" + "1;".repeat(999) + "0";
        String layers =
                "&l1=hid:tanh:" + "1,1;".repeat(63) + "1,1&l2=out:tanh:" + "1,".repeat(63) + "1";
        Page page = open("/#v=1&n=2" + layers + samples + "&opt=sgd:1&tab=train&run=1000000,0,1");
        assertThat(page.locator(".outlook"))
                .hasText(
                        "1,000,000 epochs × 1,000 samples × 192 parameters are too much for one"
                                + " run; at most 208,333 epochs go here.");
        assertThat(page.locator("[data-do='play']")).isDisabled();
    }

    @Test
    void aCurveIsReadByKeyboard() {
        Page page = open(XOR);
        press(page, "play");
        assertThat(said(page)).containsText("Finished");
        Locator curve = page.locator("run-chart [role='slider']").first();
        assertThat(curve)
                .hasAttribute("aria-valuetext", Pattern.compile("epoch 1,000: 0\\.000\\d+"));
        curve.focus();
        page.keyboard().press("Home");
        assertThat(curve).hasAttribute("aria-valuetext", "epoch 0: 0.2671");
        page.keyboard().press("ArrowRight");
        assertThat(curve).hasAttribute("aria-valuetext", Pattern.compile("epoch [1-9]\\d*: .+"));
    }

    @Test
    void thePanelIsAccessibleInEitherColour() {
        Page page = open(XOR + "&sel=w.hid.1.1");
        press(page, "play");
        assertThat(page.locator("run-chart")).hasCount(4);
        for (String theme : new String[] {"light", "dark"}) {
            page.evaluate("t => document.documentElement.dataset.theme = t", theme);
            assertThat(new AxeBuilder(page).include("side-panel").analyze().getViolations())
                    .isEmpty();
        }
    }

    @Test
    void trainingIsThereInGerman() {
        Page page =
                open(
                        XOR + "&until=0.01,",
                        new Browser.NewContextOptions()
                                .setLocale("de-DE")
                                .setViewportSize(390, 844));
        assertThat(page.locator("[data-do='play']")).hasText("▶ Start");
        press(page, "play");
        assertThat(said(page)).containsText("liegt unter 0,01.");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }
}
