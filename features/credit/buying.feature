@credit
Feature: Buying credit
  The customer pays, gets twenty digits, and keys them in at home. What was paid for must appear on the meter, to
  the tenth of a kilowatt-hour, and nothing else may. All of prepayment depends on this promise.

  Rule: An accepted token adds exactly its energy to the credit

    Scenario: A token on an empty meter
      Given a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 25.6 kWh

    @pi @pi3b
    Scenario: A token on a meter that still has credit
      Given the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario Outline: A token of <amount> kWh
      Given a <amount> kWh credit token
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds <amount> kWh

      Examples: from the smallest amount to the largest a token carries
        | amount    |
        | 0.1       |
        | 1638.3    |
        | 1638.4    |
        | 18022.4   |
        | 1820162.4 |

    Scenario: Several tokens bought in the same minute
      Given a 5.0 kWh credit token "first"
      And a 7.5 kWh credit token "second"
      And a 2.5 kWh credit token "third"
      When the customer keys in token "first"
      And the customer keys in token "second"
      And the customer keys in token "third"
      Then the meter accepts it
      And the meter holds 15.0 kWh

  Rule: Credit does not depend on the cipher or on how the meter's key was made

    Scenario Outline: A meter with <encryption> and <derivation>
      Given a meter with:
        | name           | value        |
        | encryption     | <encryption> |
        | key derivation | <derivation> |
      And a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 25.6 kWh
      When the customer keys in the token
      Then the meter refuses it as used
      And the meter holds 25.6 kWh

      Examples:
        | encryption | derivation |
        | EA07       | DKGA02     |
        | EA07       | DKGA04     |
        | EA11       | DKGA04     |

  Rule: A meter with the default key of a supply group takes no credit

    Scenario: A credit token on a meter that was never given its own key
      Given a meter with:
        | name     | value |
        | key type | 1     |
      And a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter refuses it
      And the meter holds 0.0 kWh
