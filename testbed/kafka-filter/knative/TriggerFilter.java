import com.google.protobuf.InvalidProtocolBufferException;
import dev.knative.eventing.kafka.broker.contract.DataPlaneContract;
import dev.knative.eventing.kafka.broker.core.filter.Filter;
import dev.knative.eventing.kafka.broker.core.filter.subscriptionsapi.CeSqlRuntimeManager;
import dev.knative.eventing.kafka.broker.core.filter.subscriptionsapi.ExactFilter;
import io.cloudevents.CloudEvent;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes a filter as the dispatcher does. Compiled once for each of its versions. */
public final class TriggerFilter implements Function<byte[], Predicate<CloudEvent>> {

    public TriggerFilter() {
        CeSqlRuntimeManager.getInstance().registerFunction(new CorrelationFunction());
    }

    /** As getFilter in ConsumerVerticleBuilder, which is private and needs Kafka. */
    @Override
    public Predicate<CloudEvent> apply(byte[] protobuf) {
        DataPlaneContract.Egress egress;
        try {
            egress = DataPlaneContract.Egress.parseFrom(protobuf);
        } catch (InvalidProtocolBufferException exception) {
            throw new IllegalArgumentException(exception);
        }
        if (egress.getDialectedFilterCount() > 0) {
            return Filter.fromContract(egress.getDialectedFilterList());
        }
        if (egress.hasFilter()) {
            return new ExactFilter(egress.getFilter().getAttributesMap());
        }
        return Filter.noop();
    }
}
