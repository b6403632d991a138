package org.chainrule.workbench.files;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.document.table.ColumnChoice;
import org.chainrule.document.table.Remark;
import org.chainrule.document.table.SampleReader;
import org.chainrule.document.table.SampleReading;
import org.chainrule.engine.Network;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.SampleEdit;
import org.chainrule.worksheet.Structure;
import org.chainrule.worksheet.View;

/** What becomes of a table that is brought: the samples of the worksheet, or a question. */
final class TableOpening {
    private TableOpening() {}

    /**
     * Reads a table.
     *
     * @param refusal the key of what is said where it is none
     */
    static Opening of(String name, String text, Shown shown, String refusal) {
        Network network = shown.network();
        Words words = shown.words();
        return switch (SampleReader.read(text, network.inputs(), network.outputs())) {
            case SampleReading.Good(var samples, var remarks) ->
                    opened(new SampleEdit.ReplaceAll(samples), samples.size(), remarks, shown);
            case SampleReading.Choice(var columns) ->
                    new Opening.Columns(
                            words.of(
                                    "files.columns.heading",
                                    Opening.subject(name, words),
                                    columns.columns().size(),
                                    network.inputs(),
                                    network.outputs()),
                            columns);
            case SampleReading.Refused(var faults, int more) ->
                    new Opening.Refused(
                            words.of(refusal, Opening.subject(name, words)),
                            faults.stream()
                                    .map(fault -> new Opening.Place("", fault.in(words.locale())))
                                    .toList(),
                            more);
        };
    }

    /** The samples of a choice of columns, with the network made to take them. */
    static Opening.Opened of(ColumnChoice.Chosen.Good chosen, List<Remark> remarks, Shown shown) {
        Opening.Opened opened =
                opened(edit(chosen, shown), chosen.samples().size(), remarks, shown);
        Network network = shown.network();
        boolean adapted =
                network.inputs() != chosen.inputs() || network.outputs() != chosen.outputs().size();
        String said =
                adapted
                        ? opened.said()
                                + " "
                                + shown.words()
                                        .of(
                                                "files.columns.adapted",
                                                chosen.inputs(),
                                                chosen.outputs().size())
                        : opened.said();
        boolean named = chosen.outputs().stream().anyMatch(name -> !name.isEmpty());
        return new Opening.Opened(
                opened.edit(),
                said,
                named ? chosen.outputs().stream().map(TableOpening::caption).toList() : List.of());
    }

    private static String caption(String name) {
        String plain = name.replaceAll("\\p{Cc}", " ");
        int length = Math.min(View.CAPTION, plain.codePointCount(0, plain.length()));
        return plain.substring(0, plain.offsetByCodePoints(0, length));
    }

    /** One step: other numbers of inputs and outputs where need be, and the samples. */
    static Edit edit(ColumnChoice.Chosen.Good chosen, Shown shown) {
        Network network = shown.network();
        List<Edit> edits = new ArrayList<>();
        if (network.inputs() != chosen.inputs()) {
            edits.add(size(Structure.INPUTS, chosen.inputs(), shown));
        }
        if (network.outputs() != chosen.outputs().size()) {
            edits.add(size(network.last().name(), chosen.outputs().size(), shown));
        }
        edits.add(new SampleEdit.ReplaceAll(chosen.samples()));
        return edits.size() == 1 ? edits.getFirst() : new Edit.Several(edits);
    }

    private static Edit size(String layer, int size, Shown shown) {
        return new Structure.SetSize(layer, size, shown.view().initialiser());
    }

    private static Opening.Opened opened(Edit edit, int count, List<Remark> remarks, Shown shown) {
        Words words = shown.words();
        boolean nowExact =
                shown.worksheet().paper() != null && edit.apply(shown.worksheet()).paper() == null;
        Stream<String> said =
                Stream.of(
                                Stream.of(words.of("files.read.samples", count)),
                                remarks.stream().map(remark -> remark.in(words.locale())),
                                nowExact
                                        ? Stream.of(words.of("files.assumed.PAPER_SAMPLES"))
                                        : Stream.<String>empty())
                        .flatMap(sentences -> sentences);
        return new Opening.Opened(edit, said.collect(Collectors.joining(" ")));
    }
}
