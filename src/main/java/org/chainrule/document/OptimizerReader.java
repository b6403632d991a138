package org.chainrule.document;

import java.util.List;
import java.util.Set;
import org.chainrule.engine.Optimizer;
import org.chainrule.worksheet.advice.Refusals;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the optimizer of a document. */
final class OptimizerReader {
    private static final List<String> TYPES = List.of("sgd", "nesterov", "rmsprop", "adam");
    private static final Set<String> SGD =
            Set.of("type", "learningRate", "momentum", "nesterov", "weightDecay", "state");
    private static final Set<String> NESTEROV = Set.of("type", "learningRate", "momentum", "state");
    private static final Set<String> RMSPROP =
            Set.of("type", "learningRate", "decay", "epsilon", "state");
    private static final Set<String> ADAM =
            Set.of("type", "learningRate", "beta1", "beta2", "epsilon", "state");

    private final Fields fields;

    OptimizerReader(Fields fields) {
        this.fields = fields;
    }

    Optimizer read(@Nullable JsonNode node) {
        Optimizer.Sgd otherwise = new Optimizer.Sgd(0.1);
        if (node == null) {
            return otherwise;
        }
        String type =
                node.isObject() ? fields.text("optimizer/type", node.get("type"), "sgd") : "sgd";
        if (!TYPES.contains(type)) {
            fields.unknown("optimizer/type", type, TYPES);
            return otherwise;
        }
        if (!fields.isObject("optimizer", node, keys(type))) {
            return otherwise;
        }
        double rate = fields.number("optimizer/learningRate", node.get("learningRate"), 0.1);
        return switch (type) {
            case "nesterov" ->
                    new Optimizer.LookAhead(
                            rate, notNegative("optimizer/momentum", node.get("momentum"), 0.9));
            case "rmsprop" ->
                    new Optimizer.RmsProp(
                            rate,
                            decay("optimizer/decay", node.get("decay"), 0.99),
                            notNegative("optimizer/epsilon", node.get("epsilon"), 1e-8));
            case "adam" -> adam(node, rate);
            default -> sgd(node, rate);
        };
    }

    private static Set<String> keys(String type) {
        return switch (type) {
            case "nesterov" -> NESTEROV;
            case "rmsprop" -> RMSPROP;
            case "adam" -> ADAM;
            default -> SGD;
        };
    }

    private Optimizer sgd(JsonNode node, double rate) {
        return new Optimizer.Sgd(
                rate,
                notNegative("optimizer/momentum", node.get("momentum"), 0),
                fields.flag("optimizer/nesterov", node.get("nesterov")),
                notNegative("optimizer/weightDecay", node.get("weightDecay"), 0));
    }

    private Optimizer adam(JsonNode node, double rate) {
        return new Optimizer.Adam(
                rate,
                decay("optimizer/beta1", node.get("beta1"), 0.9),
                decay("optimizer/beta2", node.get("beta2"), 0.999),
                notNegative("optimizer/epsilon", node.get("epsilon"), 1e-8));
    }

    private double notNegative(String at, @Nullable JsonNode node, double otherwise) {
        double value = fields.number(at, node, otherwise);
        fields.refuse(at, Refusals.negative(value));
        return value;
    }

    private double decay(String at, @Nullable JsonNode node, double otherwise) {
        double value = fields.number(at, node, otherwise);
        fields.refuse(at, Refusals.noDecay(value));
        return value;
    }
}
