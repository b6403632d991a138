package org.chainrule.workbench.kit;

import java.util.function.Consumer;

/** What the page's controls can do: every way to the workspace. */
public interface Actions {
    /** Changes the workspace and shows what follows. */
    void change(Consumer<Workspace> change);

    /** Shows a state that the next one replaces soon: the link does not follow it. */
    void pass(Consumer<Workspace> change);

    /** Tells the reader something that is no part of the worksheet. */
    void tell(String message);

    void present();

    void shortcuts();

    void share();

    void copy(String text);

    void theme(String theme);

    String theme();

    boolean presenting();
}
