package org.chainrule.document;

import org.chainrule.derivation.Rounding;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Penalty;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Shape;
import org.chainrule.engine.Vector;
import org.chainrule.worksheet.Worksheet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The worksheet as a JSON document, version 1. */
public final class WorksheetJson {
    private WorksheetJson() {}

    /** The worksheet of a document in UTF-8 (or 16, 32), or the places where it is wrong. */
    public static Reading read(byte[] document) {
        return JsonText.read(document, WorksheetJson::read, fault -> Reading.refused("", fault));
    }

    /** The same of a tree. */
    public static Reading read(JsonNode document) {
        return new DocumentReader().read(document);
    }

    /** The canonical document; what the format fills in by itself is left out. */
    public static ObjectNode write(Worksheet worksheet) {
        Problem problem = worksheet.problem();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("version", 1);
        document.put("title", worksheet.title());
        document.put("inputs", problem.network().inputs());
        ArrayNode layers = document.putArray("layers");
        problem.network().layers().forEach(layer -> layers.add(write(layer)));
        document.put("loss", problem.loss().key());
        if (problem.delta() != Loss.USUAL_DELTA) {
            document.put("delta", problem.delta());
        }
        if (!problem.penalty().equals(Penalty.NONE)) {
            document.set("penalty", write(problem.penalty()));
        }
        ArrayNode samples = document.putArray("samples");
        for (Sample sample : problem.samples()) {
            ObjectNode node = samples.addObject();
            node.set("x", write(sample.x()));
            node.set("y", write(sample.y()));
        }
        if (problem.reduction() == Reduction.SUM) {
            document.put("reduction", "sum");
        }
        ObjectNode optimizer = write(problem.optimizer());
        if (problem.state().carried()) {
            optimizer.set("state", StateJson.write(problem));
        }
        document.set("optimizer", optimizer);
        Rounding paper = worksheet.paper();
        if (paper != null) {
            document.set("arithmetic", write(paper));
        }
        return document;
    }

    private static ObjectNode write(Rounding paper) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("decimals", paper.decimals());
        node.put("gradientDecimals", paper.gradientDecimals());
        if (paper.writes() != Rounding.Writes.DZ) {
            node.put("writes", paper.writes().key());
        }
        if (paper.slope() != Rounding.Slope.P) {
            node.put("slope", paper.slope().key());
        }
        return node;
    }

    private static ObjectNode write(Penalty penalty) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return node.put("lambda", penalty.lambda())
                .put("scale", penalty.scale().key())
                .put("biases", penalty.biases());
    }

    private static ObjectNode write(Layer layer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", layer.name());
        node.put("activation", layer.activation().key());
        Shape shape = layer.activation().shape();
        if (layer.saysShape()) {
            node.put(shape.key(), layer.shape());
        }
        if (layer.isWeightless()) {
            return node.put("weights", LayerReader.NONE);
        }
        ArrayNode weights = node.putArray("weights");
        for (int k = 0; k < layer.size(); k++) {
            weights.add(write(Vector.of(layer.weights().row(k))));
        }
        if (layer.biases() != null) {
            node.set("biases", write(layer.biases()));
        }
        if (layer.weightsFrozen() || layer.biasesFrozen()) {
            ArrayNode frozen = node.putArray("frozen");
            if (layer.weightsFrozen()) {
                frozen.add("weights");
            }
            if (layer.biasesFrozen()) {
                frozen.add("biases");
            }
        }
        return node;
    }

    private static ArrayNode write(Vector vector) {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        for (double value : vector.toArray()) {
            node.add(value);
        }
        return node;
    }

    private static ObjectNode write(Optimizer optimizer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (optimizer) {
            case Optimizer.Sgd(var rate, var momentum, var nesterov, var weightDecay) ->
                    node.put("type", "sgd")
                            .put("learningRate", rate)
                            .put("momentum", momentum)
                            .put("nesterov", nesterov)
                            .put("weightDecay", weightDecay);
            case Optimizer.LookAhead(var rate, var momentum) ->
                    node.put("type", "nesterov")
                            .put("learningRate", rate)
                            .put("momentum", momentum);
            case Optimizer.RmsProp(var rate, var decay, var epsilon) ->
                    node.put("type", "rmsprop")
                            .put("learningRate", rate)
                            .put("decay", decay)
                            .put("epsilon", epsilon);
            case Optimizer.Adam(var rate, var beta1, var beta2, var epsilon) ->
                    node.put("type", "adam")
                            .put("learningRate", rate)
                            .put("beta1", beta1)
                            .put("beta2", beta2)
                            .put("epsilon", epsilon);
        }
        return node;
    }

    static Loss defaultLoss() {
        return Loss.SQUARED_ERROR;
    }
}
