package org.chainrule.browser;

/** What is done on the page in Firefox. */
class FirefoxWalkBrowserTest extends WalkBrowserTest {
    @Override
    Engine engine() {
        return Engine.FIREFOX;
    }
}
