package org.chainrule.workbench.files;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.chainrule.export.CsvTables;
import org.chainrule.export.JavaCode;
import org.chainrule.export.LatexDocument;
import org.chainrule.export.NumpyCode;
import org.chainrule.export.Tikz;
import org.chainrule.export.TorchCode;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.worksheet.WorksheetJson;
import org.jspecify.annotations.Nullable;

/**
 * Files of the worksheet as it stands: the document, the worked solution, tables, and programs that
 * recompute its numbers. Each is written when it is asked for.
 */
@Tag("details")
public final class TakeAwayMenu extends Component implements Part {
    private final Element summary = Native.of("summary", "btn");
    private final Map<String, Element> links = new LinkedHashMap<>();
    private volatile @Nullable Shown shown;

    public TakeAwayMenu() {
        Element body = Native.of("div", "menu-body");
        link(
                "worksheet",
                "worksheet.json",
                "application/json",
                s -> WorksheetJson.write(s.worksheet()).toPrettyString());
        link(
                "solution",
                "solution.tex",
                "application/x-tex",
                s -> LatexDocument.of(s.worksheet(), s.view(), s.words().locale()));
        link(
                "drawing",
                "network.tex",
                "application/x-tex",
                s -> Tikz.of(s.worksheet(), s.view(), s.words().locale()));
        link(
                "neurons",
                "neurons.csv",
                "text/csv;charset=utf-8",
                s -> CsvTables.neurons(s.worksheet(), s.view().sample()));
        link(
                "parameters",
                "parameters.csv",
                "text/csv;charset=utf-8",
                s -> CsvTables.parameters(s.worksheet()));
        link(
                "samples",
                "samples.csv",
                "text/csv;charset=utf-8",
                s -> CsvTables.samples(s.worksheet()));
        link(
                "numpy",
                "worksheet_numpy.py",
                "text/x-python;charset=utf-8",
                s -> NumpyCode.of(s.worksheet(), s.words().locale()));
        link(
                "torch",
                "worksheet_torch.py",
                "text/x-python;charset=utf-8",
                s -> TorchCode.of(s.worksheet(), s.words().locale()));
        link(
                "java",
                "Backpropagation.java",
                "text/x-java;charset=utf-8",
                s -> JavaCode.of(s.worksheet(), s.words().locale()));
        links.values().forEach(body::appendChild);
        getElement().setAttribute("class", "menu");
        getElement().appendChild(summary, body);
    }

    private void link(String key, String file, String type, Function<Shown, String> text) {
        Element link = new Element("a");
        link.setAttribute("href", handler(file, type, text));
        link.setAttribute("download", file);
        link.setAttribute("router-ignore", true);
        links.put(key, link);
    }

    private DownloadHandler handler(String file, String type, Function<Shown, String> text) {
        return DownloadHandler.fromInputStream(_ -> {
            byte[] bytes =
                    text.apply(Objects.requireNonNull(shown)).getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(new ByteArrayInputStream(bytes), file, type, bytes.length);
        });
    }

    @Override
    public void show(Shown shown) {
        this.shown = shown;
        Native.setText(summary, shown.words().of("takeaway"));
        links.forEach((key, link) -> Native.setText(link, shown.words().of("takeaway." + key)));
    }
}
