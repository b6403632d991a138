package org.chainrule.workbench.files;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.chainrule.document.WorksheetJson;
import org.chainrule.export.CsvTables;
import org.chainrule.export.JavaCode;
import org.chainrule.export.LatexDocument;
import org.chainrule.export.NumpyCode;
import org.chainrule.export.Tikz;
import org.chainrule.export.TorchCode;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.TextFile;
import org.jspecify.annotations.Nullable;

/**
 * Files of the worksheet as it stands, in groups: the document, the worked solution, the drawing,
 * tables, and programs that recompute its numbers. Each is written when it is asked for.
 */
final class Downloads implements Part {
    private static final String TEX = "application/x-tex";
    private static final String CSV = "text/csv;charset=utf-8";
    private static final String PYTHON = "text/x-python;charset=utf-8";
    private static final String JAVA = "text/x-java;charset=utf-8";

    private final Element groups = Native.of("div", "file-groups");
    private final List<Consumer<Shown>> parts = new ArrayList<>();
    private volatile @Nullable Shown shown;

    Downloads() {
        Element title = Native.of("p", "file-title");
        groups.appendChild(title);
        parts.add(now -> Native.setText(title, now.words().of("files.download")));
        group(
                "worksheet",
                file(
                        "json",
                        stem -> stem + ".json",
                        "application/json",
                        s -> WorksheetJson.write(s.worksheet()).toPrettyString()));
        group(
                "solution",
                file(
                        "latex",
                        stem -> stem + "-solution.tex",
                        TEX,
                        s -> LatexDocument.of(s.worksheet(), s.view(), s.words().locale())));
        group(
                "drawing",
                picture("svg"),
                picture("png"),
                file(
                        "tikz",
                        stem -> stem + "-network.tex",
                        TEX,
                        s -> Tikz.of(s.worksheet(), s.view(), s.words().locale())));
        group(
                "tables",
                file(
                        "neurons",
                        stem -> stem + "-neurons.csv",
                        CSV,
                        s -> CsvTables.neurons(s.worksheet(), s.view().sample())),
                file(
                        "parameters",
                        stem -> stem + "-parameters.csv",
                        CSV,
                        s -> CsvTables.parameters(s.worksheet())),
                file(
                        "samples",
                        stem -> stem + "-samples.csv",
                        CSV,
                        s -> CsvTables.samples(s.worksheet())));
        group(
                "programs",
                file(
                        "numpy",
                        stem -> stem + "-numpy.py",
                        PYTHON,
                        s -> NumpyCode.of(s.worksheet(), s.view().notation(), s.words().locale())),
                file(
                        "torch",
                        stem -> stem + "-torch.py",
                        PYTHON,
                        s -> TorchCode.of(s.worksheet(), s.view().notation(), s.words().locale())),
                file(
                        "java",
                        _ -> JavaCode.FILE,
                        JAVA,
                        s -> JavaCode.of(s.worksheet(), s.view().notation(), s.words().locale())));
    }

    Element element() {
        return groups;
    }

    @Override
    public void show(Shown shown) {
        this.shown = shown;
        parts.forEach(part -> part.accept(shown));
    }

    private void group(String key, Element... files) {
        Element heading = Native.of("span", "file-heading");
        heading.setAttribute("aria-hidden", "true");
        Element group = Native.of("div", "file-group", heading, Native.of("div", "chips", files));
        group.setAttribute("role", "group");
        groups.appendChild(group);
        parts.add(now -> {
            String name = now.words().of("files." + key);
            Native.setText(heading, name);
            Native.setAttribute(group, "aria-label", name);
        });
    }

    private Element file(
            String key, UnaryOperator<String> name, String type, Function<Shown, String> text) {
        Element link = Native.of("a", "chip");
        link.setAttribute("href", handler(name, type, text));
        link.setAttribute("router-ignore", true);
        parts.add(now -> Native.setAttribute(link, "download", name.apply(stem(now))));
        return named(link, key);
    }

    /** A picture is taken from the drawing on the page, by the page itself. */
    private Element picture(String format) {
        Element button = Native.of("button", "chip");
        button.setAttribute("type", "button");
        button.setAttribute("data-picture", format);
        return named(button, format);
    }

    private Element named(Element element, String key) {
        parts.add(now -> {
            Native.setText(element, now.words().of("files." + key));
            Native.setAttribute(element, "aria-label", now.words().of("files." + key + ".full"));
        });
        return element;
    }

    private DownloadHandler handler(
            UnaryOperator<String> name, String type, Function<Shown, String> text) {
        return TextFile.of(
                () -> name.apply(stem(Objects.requireNonNull(shown))),
                type,
                () -> text.apply(Objects.requireNonNull(shown)));
    }

    private static String stem(Shown shown) {
        return FileNames.stem(shown.worksheet().title());
    }
}
