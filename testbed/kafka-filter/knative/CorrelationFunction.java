import io.cloudevents.CloudEvent;
import io.cloudevents.sql.EvaluationContext;
import io.cloudevents.sql.EvaluationRuntime;
import io.cloudevents.sql.Type;
import io.cloudevents.sql.impl.functions.BaseFunction;
import io.cloudevents.sql.impl.runtime.EvaluationResult;
import java.util.List;

/**
 * The function that the data plane adds, with its name and parameters
 * (KnVerifyCorrelationId). Knative's looks into a Secret. This one is true for
 * events whose id ends in an even digit: there are events for which it is, and
 * others.
 */
final class CorrelationFunction extends BaseFunction {

    CorrelationFunction() {
        super("KN_VERIFY_CORRELATION_ID");
    }

    @Override
    public EvaluationResult invoke(
            EvaluationContext context, EvaluationRuntime runtime, CloudEvent event, List<Object> arguments) {
        var id = event.getId();
        return new EvaluationResult(!id.isEmpty() && id.charAt(id.length() - 1) % 2 == 0);
    }

    @Override
    public Type typeOfParameter(int index) {
        return index < 4 ? Type.STRING : Type.INTEGER;
    }

    @Override
    public Type returnType() {
        return Type.BOOLEAN;
    }

    @Override
    public int arity() {
        return 6;
    }

    @Override
    public boolean isVariadic() {
        return false;
    }
}
