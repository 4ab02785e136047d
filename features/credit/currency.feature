@credit @profiles
Feature: Credit in money
  Some meters count money and know the price of a kilowatt-hour. A token of money must add exactly its amount, and
  never be mistaken for energy. In the profile money a kilowatt-hour costs 20.00.

  Background:
    Given a meter with:
      | name    | value |
      | profile | money |
    And the meter holds 100.00 in currency

  Rule: A token of money adds its amount, rounded up to the next one that twenty digits can carry

    Scenario Outline: A token of <amount>
      Given a credit token of <amount> in currency
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds <after> in currency

      Examples:
        | amount  | after   |
        | 0.01    | 100.01  |
        | 0.16    | 100.16  |
        | 250.00  | 350.03  |
        | 1000.00 | 1100.03 |

    Scenario: The same token again
      Given a credit token of 250.00 in currency
      When the customer keys in the token
      And the customer keys in the token
      Then the meter refuses it as used
      And the meter holds 350.03 in currency

  Rule: The load takes money at the price of a kilowatt-hour

    Scenario: A kilowatt for two hours
      When the load draws 1000 W for 2 hours
      Then the meter holds 60.00 in currency

    Scenario: The money is used up
      When the load draws 1000 W for 6 hours
      Then the meter holds 0.00 in currency
      And the load switch is open

    Scenario: A minute before it is used up
      When the load draws 1000 W for 299 minutes
      Then the meter holds 0.34 in currency
      And the load switch is closed

    Scenario: The display while the house draws
      When the load draws 1000 W from now on
      And 3 minutes pass
      Then the display reads:
        """
        99.00 KES
        """

  Rule: A negative token takes money, rounded down, but never more than there is

    Scenario: A debit
      Given a credit token of -30.00 in currency
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 70.01 in currency

    Scenario: A debit of all there is
      Given the meter holds 0.10 in currency
      And a credit token of -0.10 in currency
      When the customer keys in the token
      Then the meter holds 0.00 in currency
      And the load switch is open

    Scenario: A debit beyond it is refused and stays good
      Given a credit token "debit" of -130.00 in currency
      And a credit token "bought" of 50.00 in currency
      When the customer keys in token "debit"
      Then the meter refuses it
      And the meter holds 100.00 in currency
      When the customer keys in token "bought"
      And the customer keys in token "debit"
      Then the meter accepts it
      And the meter holds 20.01 in currency

  Rule: The register does not overflow

    Scenario: More than the meter can hold
      Given a credit token of 99900.01 in currency
      When the customer keys in the token
      Then the meter refuses it
      And the meter holds 100.00 in currency

    Scenario: Nearly as much as the meter can hold
      Given a credit token of 99000.00 in currency
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 99104.43 in currency

  Rule: A meter of money refuses energy

    Scenario: A token of energy on a meter of money
      Given a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter refuses it
      And the meter holds 100.00 in currency

  Rule: A clear credit token names the register it clears

    Scenario Outline: Register <register>
      Given a clear credit token for register <register>
      When the customer keys in the token
      Then the meter <answer> it
      And the meter holds <after> in currency

      Examples:
        | register | answer  | after  |
        | 4        | accepts | 0.00   |
        | 65535    | accepts | 0.00   |
        | 0        | refuses | 100.00 |
        | 8        | refuses | 100.00 |
