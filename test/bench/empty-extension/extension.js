exports.activate = () => ({});
