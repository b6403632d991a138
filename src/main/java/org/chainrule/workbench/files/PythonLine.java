package org.chainrule.workbench.files;

import com.vaadin.flow.dom.Element;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Words;
import org.jspecify.annotations.Nullable;

/** A line of Python that prints what can be read, to be copied. */
final class PythonLine {
    private final Element code = Native.of("code", "");
    private final Element copy = BringDialog.control("btn", "copy");
    private final Element said = Native.of("span", "copied");
    private final Element line =
            Native.of("div", "python", code, Native.of("div", "row", copy, said));

    PythonLine() {
        said.setAttribute("role", "status");
    }

    Element element() {
        return line;
    }

    void show(Opening.@Nullable Printed printed, Words words) {
        Native.setAttribute(line, "hidden", printed == null ? "" : null);
        Native.setText(code, printed == null ? "" : printed.line());
        Native.setText(copy, words.of("files.copy"));
        Native.setAttribute(said, "data-done", words.of("files.copy.done"));
        Native.setAttribute(said, "data-failed", words.of("files.copy.failed"));
    }
}
